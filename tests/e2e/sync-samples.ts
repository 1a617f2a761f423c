import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright'
import type { Sounding } from '@/components/player/probe'

/** One reading of what leaves a page's speaker. `unixMs` is the instant of it, comparable between pages. */
export type Sample = Sounding & { unixMs: number }
type Recording = { samples: Sample[]; timer: ReturnType<typeof setInterval> }

declare global {
  var earshotPlayer: { sounding: () => Sounding | null } | undefined
  var earshotRecording: Recording | undefined
  /** How much faster than true the page's clock was made to run. */
  var earshotSkew: number | undefined
}

/** Before the page is opened: asks the player for its probe. */
export const askForProbe = async (page: Page) => {
  // What runs the benchmarks names functions with it, also in code that is sent to the page.
  await page.addInitScript('globalThis.__name = (made) => made')
  await page.addInitScript(() => localStorage.setItem('earshot:probe', 'on'))
}

/** Reads the page's sound twenty times a second from now on. */
export const startRecording = (page: Page) =>
  page.evaluate(() => {
    const samples: Sample[] = []
    clearInterval(globalThis.earshotRecording?.timer)
    const timer = setInterval(() => {
      const sounding = globalThis.earshotPlayer?.sounding()
      const trueMs = (sounding?.atMs ?? 0) / (1 + (globalThis.earshotSkew ?? 0))
      if (sounding) samples.push({ ...sounding, unixMs: performance.timeOrigin + trueMs })
    }, 50)
    globalThis.earshotRecording = { samples, timer }
  })

export const readRecording = (page: Page): Promise<Sample[]> =>
  page.evaluate(() => globalThis.earshotRecording?.samples ?? [])

export const stopRecording = (page: Page): Promise<Sample[]> =>
  page.evaluate(() => {
    clearInterval(globalThis.earshotRecording?.timer)
    return globalThis.earshotRecording?.samples ?? []
  })

/** What leaves each page's speaker for so long. */
export async function record(pages: Page[], forMs: number): Promise<Sample[][]> {
  for (const page of pages) await startRecording(page)
  await sleep(forMs)
  return Promise.all(pages.map(stopRecording))
}

/** Sounding minus wanted, ms, at every sample that sounds. */
export const errorsOf = (samples: Sample[]) =>
  samples.flatMap(({ positionMs, wantedMs }) =>
    positionMs === null || wantedMs === null ? [] : [positionMs - wantedMs],
  )

/** Over two seconds of steady sound the audio clock and performance.now() run on together. */
const LOST_MS = 5
const MENDED_MS = 2000

/**
 * A starved machine loses sound for good, whatever the player does, at once or a little all the time: leaves out every
 * sample in the two seconds before which that has happened.
 */
export function withoutDropouts(samples: Sample[]): Sample[] {
  const offsets = samples.map(({ contextTime, atMs }) => contextTime * 1000 - atMs)
  let from = 0
  return samples.filter(({ unixMs }, index) => {
    while ((samples[from]?.unixMs ?? 0) < unixMs - MENDED_MS) from += 1
    // The one before the two seconds, too: what was lost across a gap in the readings counts as lost at its end.
    const window = offsets.slice(Math.max(0, from - 1), index + 1)
    return Math.max(...window) - Math.min(...window) <= LOST_MS
  })
}

/** How far two pages are apart at each sample of the first that has one of the second close by. */
export function differencesOf(first: Sample[], second: Sample[]): number[] {
  let next = 0
  return first.flatMap((a) => {
    while ((second[next + 1]?.unixMs ?? Number.POSITIVE_INFINITY) <= a.unixMs) next += 1
    const b = second[next]
    const isComparable = b && b.queueId === a.queueId && Math.abs(a.unixMs - b.unixMs) < 200
    if (!isComparable || a.positionMs === null || b.positionMs === null) return []
    return [a.positionMs - (b.positionMs + (a.unixMs - b.unixMs) * b.rate)]
  })
}

export type Spread = { count: number; p50: number; p99: number; max: number }

export function spreadOf(values: number[]): Spread {
  const sorted = values.map(Math.abs).sort((a, b) => a - b)
  const at = (p: number) => Math.round((sorted[Math.floor(p * (sorted.length - 1))] ?? Number.NaN) * 100) / 100
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) }
}

/** Makes the page's clock run faster than true: 200e-6 is 200 ppm. Before the page is opened. */
export const skewClock = (page: Page, skew: number) =>
  page.addInitScript((by) => {
    const now = performance.now.bind(performance)
    performance.now = () => now() * (1 + by)
    const read = AudioContext.prototype.getOutputTimestamp
    AudioContext.prototype.getOutputTimestamp = function () {
      const { contextTime = 0, performanceTime = 0 } = read.call(this)
      return { contextTime, performanceTime: performanceTime * (1 + by) }
    }
    globalThis.earshotSkew = by
  }, skew)
