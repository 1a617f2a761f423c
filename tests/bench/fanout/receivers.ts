// The listeners of the fan-out benchmark, in a process of their own. Told over IPC where to connect; answers, for each
// mark that a seek carried, when each socket had it.
import type { Duplex } from 'node:stream'
import { openLightSocket } from './light-socket'

/** `version`: of the room as this browser knows it, if it does. */
export type Door = { code: string; cookie: string; version?: number }
export type Order = { connect: { port: number; doors: Door[] } } | { collect: true } | { close: true }
/** `arrivals`: mark → instants on the machine's monotonic clock, ms. */
export type Answer = { connected: number } | { arrivals: Record<number, number[]> } | { closed: true }

const AT_ONCE = 16
const POSITION = '"positionMs":'

let sockets: Duplex[] = []
let arrivals: Record<number, number[]> = {}

function note(frame: Buffer) {
  const at = Number(process.hrtime.bigint()) / 1e6
  const from = frame.indexOf(POSITION)
  if (from < 0) return
  const mark = Number.parseInt(frame.toString('latin1', from + POSITION.length, from + POSITION.length + 8), 10)
  arrivals[mark] ??= []
  arrivals[mark].push(at)
}

async function connect({ port, doors }: { port: number; doors: Door[] }) {
  const rest = doors.values()
  const open = async () => {
    for (const door of rest) sockets.push(await openLightSocket({ port, ...door, onEvent: note }))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, open))
}

async function obey(order: Order): Promise<Answer> {
  if ('connect' in order) {
    await connect(order.connect)
    return { connected: sockets.length }
  }
  if ('collect' in order) {
    const answer = { arrivals }
    arrivals = {}
    return answer
  }
  for (const socket of sockets) socket.destroy()
  sockets = []
  return { closed: true }
}

process.on('message', async (order: Order) => process.send?.(await obey(order)))
