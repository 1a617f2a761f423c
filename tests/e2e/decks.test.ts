import { build } from 'esbuild'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
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

let browser: Browser
let lab: string
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  const bundle = { bundle: true, format: 'iife', globalName: 'deckLab', write: false } as const
  const { outputFiles } = await build({ entryPoints: ['tests/e2e/deck-lab.ts'], ...bundle })
  lab = `globalThis.deckLab = (() => { ${outputFiles[0]?.text}; return deckLab })()`
})
afterAll(() => browser.close())

const listen = (forMs: number): Promise<Heard> => page.evaluate((ms) => deckLab.listen(ms), forMs)
const play = (inMs: number, positionMs: number) =>
  page.evaluate(([at = 0, position = 0]) => deckLab.play(at, position), [inMs, positionMs])
const ask = (inMs = 0) => page.evaluate((ms) => deckLab.ask(ms), inMs)
const pass = (ms: number) => page.waitForTimeout(ms)

describe.each(DECKS)('a $kind song', ({ kind, nearMs }) => {
  beforeEach(async () => {
    // Some page of our own origin, whose policy would forbid the lab.
    const context = await browser.newContext({ bypassCSP: true })
    page = await context.newPage()
    await page.goto(`${inject('baseUrl')}/api/health`)
    await page.evaluate(lab)
    await page.evaluate((wanted) => deckLab.open(wanted), kind)
  })
  afterEach(() => page.context().close())

  async function expectInPlace() {
    const { earMs, deckMs } = await listen(800)
    expect(Math.abs(earMs ?? Number.NaN)).toBeLessThan(nearMs)
    expect(Math.abs((earMs ?? Number.NaN) - (deckMs ?? Number.NaN))).toBeLessThan(AGREE_MS)
  }

  test('is silent until its instant, then sounds from the place that was asked for', async () => {
    expect(await ask()).toMatchObject({ isSilent: true, isIdle: true, rate: 1 })
    await play(1500, 5000)
    expect(await listen(500)).toEqual({ earMs: null, deckMs: null })
    expect((await ask()).isIdle).toBe(false)
    await pass(1500)
    await expectInPlace()
    const { soonestInMs } = await ask()
    expect(soonestInMs).toBeGreaterThan(0)
    expect(soonestInMs).toBeLessThan(600)
  })

  test('joins further on when its instant has passed', async () => {
    await play(-2000, 4000)
    await pass(1500)
    await expectInPlace()
  })

  test('obeys the last order when there are several', async () => {
    await play(600, 3000)
    await play(900, 20_000)
    await pass(2000)
    await expectInPlace()
    await play(500, 8000)
    await pass(2000)
    await expectInPlace()
  })

  test('stops at an instant, which ends an order under way too', async () => {
    await play(500, 5000)
    await pass(1500)
    await page.evaluate(() => deckLab.stop(600))
    expect((await listen(300)).earMs).not.toBeNull()
    await pass(1000)
    expect(await listen(300)).toEqual({ earMs: null, deckMs: null })
    await expect.poll(async () => (await ask()).isIdle).toBe(true)

    await play(1000, 5000)
    await page.evaluate(() => deckLab.stop(0))
    await pass(1200)
    expect(await listen(300)).toEqual({ earMs: null, deckMs: null })
  })

  test('glides for a while, and is as much further on for good', async () => {
    await play(500, 5000)
    await pass(1500)
    const before = await listen(600)
    await page.evaluate(() => deckLab.glide(1.02, 2000))
    await pass(500)
    const gliding = await ask(100)
    expect(gliding.rate).toBeCloseTo(1.02, 5)
    expect(gliding.steadyInMs).toBeGreaterThan(500)
    await pass(2200)
    const after = await listen(600)
    expect(await ask()).toMatchObject({ rate: 1, isSilent: false })
    for (const who of ['earMs', 'deckMs'] as const) {
      const gainedMs = (after[who] ?? Number.NaN) - (before[who] ?? Number.NaN)
      expect(gainedMs).toBeGreaterThan(40 - AGREE_MS)
      expect(gainedMs).toBeLessThan(40 + AGREE_MS)
    }
  })

  test('is silent at its end, and after it was disposed of', async () => {
    await play(300, 28_500)
    await pass(2800)
    expect(await listen(300)).toEqual({ earMs: null, deckMs: null })

    await play(300, 5000)
    await pass(1500)
    expect((await listen(200)).earMs).not.toBeNull()
    await page.evaluate(() => deckLab.dispose())
    await pass(300)
    expect((await listen(300)).earMs).toBeNull()
    expect((await ask()).isIdle).toBe(true)
  })
})
