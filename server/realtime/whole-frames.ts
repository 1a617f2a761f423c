import type { RealtimeServer } from './socket'

/** Socket.IO frames a broadcast once for all sockets, but as a header and a body: two writes, corked, for each of them. */
type Framing = {
  _encode?: (packet: unknown, options: { wsPreEncodedFrame?: Buffer[] }) => unknown
}

/** Makes the frame of a broadcast one buffer, which is one write a socket. Without that method all stays as it is. */
export function broadcastWholeFrames(io: RealtimeServer): void {
  const adapter = io.of('/').adapter as unknown as Framing
  const encode = adapter._encode?.bind(adapter)
  if (!encode) return
  adapter._encode = (packet, options) => {
    const encoded = encode(packet, options)
    if (options.wsPreEncodedFrame) options.wsPreEncodedFrame = [Buffer.concat(options.wsPreEncodedFrame)]
    return encoded
  }
}
