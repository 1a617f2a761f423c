import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Duplex } from 'node:stream'

/** Socket.IO's packets: an event that is to be answered, an event, a ping and its answer. */
const [ASK, EVENT, PING, PONG] = ['420', '42', '2', '3']
const CONNECT = '40'
const JOINED = Buffer.from('430[{"ok":true')
const FLAG_TEXT = 0x81

type Wanted = { port: number; cookie: string; code: string; version?: number; onEvent: (frame: Buffer) => void }

/**
 * A Socket.IO client that joins a room and hands over the raw frames of its events: 2,000 of them in one process must
 * cost next to nothing, or they would measure themselves. Resolves when it has joined.
 */
export async function openLightSocket({ port, cookie, onEvent, ...door }: Wanted): Promise<Duplex> {
  const socket = await upgrade(port, cookie)
  socket.write(masked(CONNECT))
  await new Promise<void>((resolve, reject) => {
    socket.on('close', () => reject(new Error('The server hung up.')))
    readFrames(socket, (frame) => {
      const head = frame.toString('latin1', 0, 2)
      if (head === CONNECT) socket.write(masked(`${ASK}["room:join",${JSON.stringify(door)}]`))
      else if (head === EVENT) onEvent(frame)
      else if (head[0] === PING) socket.write(masked(PONG))
      else if (frame.subarray(0, JOINED.length).equals(JOINED)) resolve()
      else if (head === '43') reject(new Error(frame.toString().slice(0, 200)))
    })
  })
  return socket
}

function upgrade(port: number, cookie: string): Promise<Duplex> {
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
    cookie,
  }
  const path = '/socket.io?EIO=4&transport=websocket'
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers })
      .on('upgrade', (_response, socket, head) => {
        socket.unshift(head)
        resolve(socket)
      })
      .on('response', ({ statusCode }) => reject(new Error(`The socket was answered with ${statusCode}.`)))
      .on('error', reject)
      .end()
  })
}

/** Our messages are short, and a browser's frames are masked. */
function masked(text: string): Buffer {
  const length = text.length < 126 ? [0x80 | text.length] : [0x80 | 126, text.length >> 8, text.length & 0xff]
  return Buffer.concat([Buffer.from([FLAG_TEXT, ...length, 0, 0, 0, 0]), Buffer.from(text)])
}

function readFrames(socket: Duplex, onFrame: (frame: Buffer) => void) {
  let rest: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    rest = rest.length ? Buffer.concat([rest, chunk]) : chunk
    for (let frame = frameOf(rest); frame; frame = frameOf(rest)) {
      onFrame(rest.subarray(frame.from, frame.to))
      rest = rest.subarray(frame.to)
    }
  })
}

/** Where the first frame's content lies, or null while it has not come completely. */
function frameOf(bytes: Buffer): { from: number; to: number } | null {
  if (bytes.length < 2) return null
  const short = bytes.readUInt8(1)
  const from = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < from) return null
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  return bytes.length < from + length ? null : { from, to: from + length }
}
