import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { io as connect, type ManagerOptions, type Socket } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { eventFrame } from '@/server/realtime/event-frame'
import type { RealtimeServer } from '@/server/realtime/socket'
import { tellRoomOf } from '@/server/realtime/tell-room'

type Framing = { _encode: (packet: object, options: { wsPreEncodedFrame?: Buffer[] }) => unknown }
type Transports = Pick<ManagerOptions, 'transports'>

const ROOM = 'kitchen'

test.each([
  ['nothing', ''],
  ['what is not ASCII', 'ü'.repeat(100)],
  ['the longest short frame', 'x'.repeat(65_535 - 29)],
  ['the shortest long one', 'x'.repeat(65_536 - 29)],
  ['much', 'x'.repeat(100_000)],
])("a frame around %s has the bytes of Socket.IO's own", (_, text) => {
  const adapter = new Server().of('/').adapter as unknown as Framing
  const options: { wsPreEncodedFrame?: Buffer[] } = {}
  adapter._encode({ type: 2, nsp: '/', data: ['room:event', { text }] }, options)
  expect(eventFrame('room:event', { text }).equals(Buffer.concat(options.wsPreEncodedFrame ?? []))).toBe(true)
})

async function startServer() {
  const http = createServer()
  const io: RealtimeServer = new Server(http, { perMessageDeflate: false })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  onTestFinished(() => io.close())
  io.on('connection', (socket) => socket.join(ROOM))
  return { io, port: (http.address() as AddressInfo).port }
}

async function openClient(port: number, { transports }: Transports) {
  const socket: Socket = connect(`http://127.0.0.1:${port}`, { transports, forceNew: true })
  onTestFinished(() => void socket.disconnect())
  const heard: unknown[] = []
  socket.on('chat:removed', ({ messageId }) => heard.push(messageId))
  socket.on('reaction', ({ at }) => heard.push(at))
  await once(socket as unknown as NodeJS.EventEmitter, 'connect')
  if (transports?.length === 2) await expect.poll(() => socket.io.engine.transport.name).toBe('websocket')
  return heard
}

test.each([
  ['a WebSocket', ['websocket']],
  ['polling', ['polling']],
  ['a WebSocket that began as polling', ['polling', 'websocket']],
])('over %s, what a room is told keeps its place among what one is told alone', async (_, transports) => {
  const { io, port } = await startServer()
  const heard = await openClient(port, { transports: transports as Transports['transports'] & string[] })
  const tellRoom = tellRoomOf(io)
  const expected: unknown[] = []
  const tellAlone = (messageId: string) => {
    for (const socket of io.sockets.sockets.values()) socket.emit('chat:removed', { messageId })
    expected.push(messageId)
  }
  for (let at = 0; at < 100; at++) {
    if (at % 2) tellAlone(`${at} ${'x'.repeat(at * 1000)}`)
    tellRoom(ROOM, 'reaction', { memberId: 'Lena', kind: 'heart', at })
    expected.push(at)
    if (at % 3 === 0) tellAlone(`${at}`)
    if (at % 7 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  await expect.poll(() => heard.length).toBe(expected.length)
  expect(heard).toEqual(expected)
})

test('who is not in the room hears nothing, and a room without sockets is nobody', async () => {
  const { io, port } = await startServer()
  const heard = await openClient(port, { transports: ['websocket'] })
  const tellRoom = tellRoomOf(io)
  tellRoom('another', 'reaction', { memberId: 'Lena', kind: 'heart', at: 1 })
  tellRoom(ROOM, 'reaction', { memberId: 'Lena', kind: 'heart', at: 2 })
  await expect.poll(() => heard).toEqual([2])
})
