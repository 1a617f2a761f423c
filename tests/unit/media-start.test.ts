import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FIRST_MEDIA_LAG, MediaStart } from '@/components/player/media-start'

const LATENCY_MS = 100

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'], now: 0 })
  vi.stubGlobal('HTMLMediaElement', { HAVE_FUTURE_DATA: 3 })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** An element that takes its time to seek and to start, and knows where it is. */
class ImaginedElement extends EventTarget {
  paused = true
  seeking = false
  readyState = 4
  readonly started: { atMs: number; positionMs: number }[] = []
  private position = 0
  private soundsFromMs = Number.POSITIVE_INFINITY
  private seek: ReturnType<typeof setTimeout> | undefined

  constructor(readonly takes: { seekMs: number; startMs: number }) {
    super()
  }
  get currentTime() {
    return this.position + Math.max(0, performance.now() - this.soundsFromMs) / 1000
  }
  set currentTime(seconds: number) {
    this.position = seconds
    this.seeking = true
    clearTimeout(this.seek)
    this.seek = setTimeout(() => {
      this.seeking = false
      this.dispatchEvent(new Event('seeked'))
    }, this.takes.seekMs)
  }
  pause() {
    this.paused = true
    this.soundsFromMs = Number.POSITIVE_INFINITY
  }
  async play() {
    this.paused = false
    this.soundsFromMs = performance.now() + this.takes.startMs
    this.started.push({ atMs: this.soundsFromMs + LATENCY_MS, positionMs: this.position * 1000 })
  }
}

function imagine(takes: { seekMs: number; startMs: number }) {
  const element = new ImaginedElement(takes)
  const lag = { ...FIRST_MEDIA_LAG }
  const heardMs = () => (element.paused ? null : element.currentTime * 1000 - LATENCY_MS)
  const start = new MediaStart({
    element: element as unknown as HTMLMediaElement,
    lag,
    latencyMs: () => LATENCY_MS,
    heardMs,
  })
  /** How late the sound was that began last, ms. */
  const lateMs = () => {
    const { atMs = Number.NaN, positionMs = Number.NaN } = element.started.at(-1) ?? {}
    return atMs - positionMs
  }
  return { element, lag, start, lateMs }
}

test('what is asked for in time sounds at its instant, however long the element takes to get there', async () => {
  for (const seekMs of [0, 40, 700]) {
    const { start, lateMs, element } = imagine({ seekMs, startMs: 25 })
    const atMs = performance.now() + 1000
    start.plan({ atMs, positionMs: atMs })
    await pass(750)
    expect(start.positionAt(atMs + 50)).toBeCloseTo(atMs + 50)
    await pass(1250)
    expect(lateMs()).toBeCloseTo(0)
    expect(element.started).toHaveLength(1)
    expect(start.isUnderWay).toBe(false)
  }
})

test('what is asked for too late joins further on, and a slow seek is tried again further ahead', async () => {
  const { start, lateMs, element, lag } = imagine({ seekMs: 600, startMs: 25 })
  start.plan({ atMs: performance.now() - 5000, positionMs: performance.now() - 5000 })
  await pass(500)
  expect(start.isUnderWay).toBe(true)
  expect(start.positionAt(performance.now())).toBe(null)
  await pass(3000)
  expect(element.started).toHaveLength(1)
  expect(Math.abs(lateMs())).toBeLessThanOrEqual(15)
  expect(lag.seekMs).toBeGreaterThan(600)
})

test('how late an element starts is learned for the next time', async () => {
  const { start, lateMs } = imagine({ seekMs: 50, startMs: 90 })
  const misses: number[] = []
  for (let turn = 0; turn < 8; turn++) {
    start.plan({ atMs: performance.now() + 1000, positionMs: performance.now() + 1000 })
    await pass(2000)
    misses.push(lateMs())
  }
  expect(misses[0]).toBeCloseTo(65)
  expect(Math.abs(misses.at(-1) ?? Number.NaN)).toBeLessThan(2)
})

test('an element that loads nothing before it plays is started all the same, and one that is stopped stays silent', async () => {
  const { start, element } = imagine({ seekMs: 0, startMs: 25 })
  element.readyState = 1
  start.plan({ atMs: performance.now() + 100, positionMs: 0 })
  await pass(5000)
  expect(element.started.length).toBe(1)

  const stopped = imagine({ seekMs: 100, startMs: 25 })
  stopped.start.plan({ atMs: performance.now() + 500, positionMs: 0 })
  await pass(200)
  stopped.start.cancel()
  await pass(5000)
  expect(stopped.element.started).toEqual([])
})

test('a song that was made ready before its turn begins in time however slow a seek is, and one asked for too late moves on', async () => {
  const { start, element, lag, lateMs } = imagine({ seekMs: 900, startMs: 25 })
  lag.seekMs = 900
  const atMs = performance.now() + 300
  start.plan({ atMs, positionMs: 0 })
  await pass(1000)
  expect(element.started).toEqual([{ atMs, positionMs: 0 }])
  expect(lag.seekMs).toBe(900)

  const late = imagine({ seekMs: 100, startMs: 25 })
  late.start.plan({ atMs: performance.now() - 300, positionMs: 0 })
  await pass(2000)
  expect(late.element.started[0]?.positionMs).toBeGreaterThan(300)
  expect(lateMs()).toBe(atMs)
})
