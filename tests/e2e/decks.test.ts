import { build } from 'esbuild'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from '@/tests/support/browser'
import type { Heard, Kind } from './deck-lab'

// What `Deck` promises, held by each that keeps it: judged by the samples that leave it, not only by what it says.

declare const deckLab: typeof import('./deck-lab')

/** A media element lands a little off, and the controller goes the rest. */
const DECKS: { kind: Kind; nearMs: number }[] = [
  { kind: 'decoded', nearMs: 8 },
  { kind: 'streamed', nearMs: 60 },
]
/** The ear reads blocks, and the deck a clock. */
const AGREE_MS = 12
const SILENCE: Heard = { earMs: null, deckMs: null }

let browser: Browser
let lab: string
beforeAll(async () => {
  browser = await launchBrowser()
  const bundle = { bundle: true, format: 'iife', globalName: 'deckLab', write: false } as const
  const { outputFiles } = await build({ entryPoints: ['tests/e2e/deck-lab.ts'], ...bundle })
  lab = `globalThis.deckLab = (() => { ${outputFiles[0]?.text}; return deckLab })()`
})
afterAll(() => browser.close())

type Bench = Awaited<ReturnType<typeof openBench>>

async function openBench({ kind, nearMs }: (typeof DECKS)[number]) {
  // Some page of our own origin, whose policy would forbid the lab.
  const context = await browser.newContext({ bypassCSP: true })
  const page: Page = await context.newPage()
  await page.goto(`${inject('baseUrl')}/api/health`)
  await page.evaluate(lab)
  await page.evaluate((wanted) => deckLab.open(wanted), kind)
  const listen = (forMs: number): Promise<Heard> => page.evaluate((ms) => deckLab.listen(ms), forMs)
  const expectInPlace = async () => {
    const { earMs, deckMs } = await listen(800)
    expect(Math.abs(earMs ?? Number.NaN), kind).toBeLessThan(nearMs)
    expect(Math.abs((earMs ?? Number.NaN) - (deckMs ?? Number.NaN)), kind).toBeLessThan(AGREE_MS)
  }
  return {
    kind,
    listen,
    expectInPlace,
    play: (inMs: number, positionMs: number) =>
      page.evaluate(([at = 0, position = 0]) => deckLab.play(at, position), [inMs, positionMs]),
    stop: (inMs: number) => page.evaluate((ms) => deckLab.stop(ms), inMs),
    glide: (rate: number, forMs: number) =>
      page.evaluate(([speed = 1, ms = 0]) => deckLab.glide(speed, ms), [rate, forMs]),
    dispose: () => page.evaluate(() => deckLab.dispose()),
    ask: (inMs = 0) => page.evaluate((ms) => deckLab.ask(ms), inMs),
    pass: (ms: number) => page.waitForTimeout(ms),
    close: () => context.close(),
  }
}

/** The same of all decks, at the same time: most of it is listening. */
function everySong(promise: string, holds: (bench: Bench) => Promise<void>) {
  test(`every song ${promise}`, async () => {
    const benches = await Promise.all(DECKS.map(openBench))
    await Promise.all(benches.map(holds)).finally(() => Promise.all(benches.map((bench) => bench.close())))
  })
}

everySong('is silent until its instant, then sounds from the place that was asked for', async (bench) => {
  expect(await bench.ask(), bench.kind).toMatchObject({ isSilent: true, isIdle: true, rate: 1 })
  await bench.play(1500, 5000)
  expect(await bench.listen(500), bench.kind).toEqual(SILENCE)
  expect((await bench.ask()).isIdle, bench.kind).toBe(false)
  await bench.pass(1500)
  await bench.expectInPlace()
  const { soonestInMs } = await bench.ask()
  expect(soonestInMs, bench.kind).toBeGreaterThan(0)
  expect(soonestInMs, bench.kind).toBeLessThan(600)
})

everySong('joins further on when its instant has passed', async (bench) => {
  await bench.play(-2000, 4000)
  await bench.pass(1500)
  await bench.expectInPlace()
})

everySong('obeys the last order when there are several', async (bench) => {
  await bench.play(600, 3000)
  await bench.play(900, 20_000)
  await bench.pass(2000)
  await bench.expectInPlace()
  await bench.play(500, 8000)
  await bench.pass(2000)
  await bench.expectInPlace()
})

everySong('stops at an instant, which ends an order under way too', async (bench) => {
  await bench.play(500, 5000)
  await bench.pass(1500)
  await bench.stop(800)
  expect((await bench.listen(300)).earMs, bench.kind).not.toBeNull()
  await bench.pass(1200)
  expect(await bench.listen(300), bench.kind).toEqual(SILENCE)
  await expect.poll(async () => (await bench.ask()).isIdle, { message: bench.kind }).toBe(true)

  await bench.play(1000, 5000)
  await bench.stop(0)
  await bench.pass(1200)
  expect(await bench.listen(300), bench.kind).toEqual(SILENCE)
})

everySong('glides for a while, and is as much further on for good', async (bench) => {
  await bench.play(500, 5000)
  await bench.pass(1500)
  const before = await bench.listen(600)
  await bench.glide(1.02, 2000)
  await bench.pass(500)
  const gliding = await bench.ask(100)
  expect(gliding.rate, bench.kind).toBeCloseTo(1.02, 5)
  expect(gliding.steadyInMs, bench.kind).toBeGreaterThan(500)
  await bench.pass(2200)
  const after = await bench.listen(600)
  expect(await bench.ask(), bench.kind).toMatchObject({ rate: 1, isSilent: false })
  for (const who of ['earMs', 'deckMs'] as const) {
    const gainedMs = (after[who] ?? Number.NaN) - (before[who] ?? Number.NaN)
    expect(Math.abs(gainedMs - 40), `${bench.kind}, ${who}`).toBeLessThan(AGREE_MS)
  }
})

everySong('is silent at its end, and after it was disposed of', async (bench) => {
  await bench.play(300, 28_500)
  await bench.pass(2800)
  expect(await bench.listen(300), bench.kind).toEqual(SILENCE)

  await bench.play(300, 5000)
  await bench.pass(1500)
  expect((await bench.listen(200)).earMs, bench.kind).not.toBeNull()
  await bench.dispose()
  await bench.pass(300)
  expect((await bench.listen(300)).earMs, bench.kind).toBeNull()
  expect((await bench.ask()).isIdle, bench.kind).toBe(true)
})
