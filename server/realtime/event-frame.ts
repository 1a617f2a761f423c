/** Engine.IO's "message" and Socket.IO's "event", the way they begin each event of the main namespace. */
const EVENT = '42'
const [FINAL_TEXT, LENGTH_IN_2_BYTES, LENGTH_IN_8_BYTES] = [0x81, 126, 127]

/** An event as the one WebSocket frame that Socket.IO would send (RFC 6455, section 5.2: a server's are not masked). */
export function eventFrame(name: string, content: unknown): Buffer {
  const text = Buffer.from(EVENT + JSON.stringify([name, content]))
  return Buffer.concat([headerFor(text.length), text])
}

function headerFor(length: number): Buffer {
  if (length < LENGTH_IN_2_BYTES) return Buffer.from([FINAL_TEXT, length])
  if (length < 2 ** 16) return Buffer.from([FINAL_TEXT, LENGTH_IN_2_BYTES, length >> 8, length & 0xff])
  const header = Buffer.from([FINAL_TEXT, LENGTH_IN_8_BYTES, 0, 0, 0, 0, 0, 0, 0, 0])
  header.writeUInt32BE(length, 6)
  return header
}
