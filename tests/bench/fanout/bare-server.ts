// What the fan-out is measured against: Socket.IO and nothing else. Whoever asks for a seek is answered, and everybody
// connected gets an event about as long as ours; no room, no rights, no database.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

/** Makes a frame as long as that of a seek in the product. */
const FILLING_BYTES = 101

const http = createServer()
const io = new Server(http, {
  path: '/socket.io',
  addTrailingSlash: false,
  serveClient: false,
  perMessageDeflate: false,
})
const song = 'x'.repeat(FILLING_BYTES)

io.on('connection', (socket) => {
  socket.on('room:join', (_door: unknown, answer: (ack: object) => void) => answer({ ok: true }))
  socket.on('playback:command', ({ positionMs }: { positionMs: number }, answer: (ack: object) => void) => {
    io.emit('room:event', { type: 'playback:changed', playback: { positionMs }, song })
    answer({ ok: true })
  })
})
http.listen(Number(process.env.REALTIME_PORT), '127.0.0.1', () => console.log('ready'))
process.once('SIGTERM', () => process.exit(0))
