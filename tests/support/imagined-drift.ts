import fc from 'fast-check'
import { type Decision, DriftController } from '@/lib/playback/controller'

export const TICK_MS = 100

/** A song on an imagined sound card. */
type World = {
  startErrorMs: number
  /** The sound card's clock against the room's: 1e-4 is 100 ppm fast. */
  skew: number
  /** Half-width of the reading noise. */
  noiseMs: number
  seconds: number
  /** A dropout, a new output latency, a corrected clock: at a second, by so many ms, seen as a jump or not. */
  jumps?: { second: number; byMs: number; isSeen: boolean }[]
  random?: () => number
  controller?: DriftController
}

type Moment = { second: number; errorMs: number; rate: number; decision: Decision['kind'] }

export function simulate({ startErrorMs, skew, noiseMs, seconds, jumps = [], ...world }: World): Moment[] {
  const random = world.random ?? Math.random
  const controller = world.controller ?? new DriftController()
  const moments: Moment[] = []
  let errorMs = startErrorMs
  let rate = 1
  let leftMs = 0
  for (let atMs = 0; atMs < seconds * 1000; atMs += TICK_MS) {
    const jump = jumps.find(({ second }) => second * 1000 === atMs)
    if (jump) errorMs += jump.byMs
    const read = errorMs + (random() * 2 - 1) * noiseMs
    const residualMs = read + leftMs * (rate - 1)
    const decision = controller.decide({ atMs, errorMs: read, residualMs, hasJumped: jump?.isSeen ?? false })
    if (decision.kind === 'glide') [rate, leftMs] = [decision.rate, decision.forMs]
    if (decision.kind === 'reschedule') [errorMs, rate, leftMs] = [0, 1, 0]
    moments.push({ second: atMs / 1000, errorMs, rate: leftMs > 0 ? rate : 1, decision: decision.kind })
    errorMs += Math.min(TICK_MS, leftMs) * (rate - 1) + TICK_MS * skew
    leftMs = Math.max(0, leftMs - TICK_MS)
  }
  return moments
}

export const worst = (moments: Moment[], fromSecond: number, toSecond = Number.POSITIVE_INFINITY) =>
  Math.max(...moments.filter((m) => m.second >= fromSecond && m.second < toSecond).map((m) => Math.abs(m.errorMs)))
export const count = (moments: Moment[], kind: Decision['kind']) => moments.filter((m) => m.decision === kind).length

export const anyWorld = fc.record({
  startErrorMs: fc.double({ min: -55, max: 55, noNaN: true }),
  skew: fc.double({ min: -200e-6, max: 200e-6, noNaN: true }),
  noiseMs: fc.double({ min: 0, max: 0.5, noNaN: true }),
})
export const seedOf = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }))
export const draw = (stream: Stream) => () => Number(stream.next().value ?? 0)
type Stream = Iterator<number>
