import { connect, createServer, type Socket } from 'node:net'
import { freePort } from '@/server/postgres.mjs'

/** Each way: at least `baseMs`, and up to `jitterMs` more, anew for each piece that is sent. */
export type Delay = { baseMs: number; jitterMs: number }

/** A TCP proxy in front of the product that is as slow as a bad network. */
export async function openSlowLine(targetPort: number, delay: Delay) {
  const port = await freePort()
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.setNoDelay(true)
      passOn(from, to, delay)
    }
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = () => {
    server.close()
    for (const socket of open) socket.destroy()
  }
  return { baseUrl: `http://127.0.0.1:${port}`, close }
}

function passOn(from: Socket, to: Socket, { baseMs, jitterMs }: Delay) {
  const waiting: { due: number; run: () => void }[] = []
  const flush = () => {
    while (waiting[0] && waiting[0].due <= performance.now()) waiting.shift()?.run()
    // Timers are whole milliseconds, and two of different lengths come in any order.
    if (waiting[0]) setTimeout(flush, Math.max(1, waiting[0].due - performance.now()))
  }
  const later = (run: () => void) => {
    // TCP keeps the order: what is quicker waits for what was sent before it.
    const due = Math.max(waiting.at(-1)?.due ?? 0, performance.now() + baseMs + Math.random() * jitterMs)
    waiting.push({ due, run })
    if (waiting.length === 1) setTimeout(flush, due - performance.now())
  }
  from.on('data', (chunk) => later(() => to.writable && to.write(chunk)))
  from.on('end', () => later(() => to.end()))
  from.on('error', () => to.destroy())
  from.on('close', () => later(() => to.destroy()))
}
