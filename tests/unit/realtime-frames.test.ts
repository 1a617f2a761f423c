import { Server } from 'socket.io'
import { expect, test } from 'vitest'
import { broadcastWholeFrames } from '@/server/realtime/whole-frames'

type Options = { wsPreEncodedFrame?: Buffer[] }
type Framing = { _encode: (packet: object, options: Options) => unknown }

function frameOf(io: Server, text: string): Buffer[] {
  const options: Options = {}
  const { _encode } = io.of('/').adapter as unknown as Framing
  _encode.call(io.of('/').adapter, { type: 2, nsp: '/', data: ['room:event', { text }] }, options)
  return options.wsPreEncodedFrame ?? []
}

test('a broadcast is one buffer for all sockets, with the bytes that Socket.IO would send in two', () => {
  const [plain, whole] = [new Server(), new Server()]
  broadcastWholeFrames(whole)
  for (const text of ['', 'ü'.repeat(100), 'x'.repeat(70_000)]) {
    expect(frameOf(plain, text)).toHaveLength(2)
    expect(frameOf(whole, text)).toEqual([Buffer.concat(frameOf(plain, text))])
  }
})
