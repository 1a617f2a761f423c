import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright'

const TIMES = 10
const PATIENCE_MS = 3_000

declare global {
  var earshotPressedAt: number | undefined
}

/** From pressing play to the first sample that leaves the speaker of the one who pressed, ms, ten times. */
export async function pressToSound(page: Page): Promise<number[]> {
  await page.evaluate(() =>
    addEventListener('pointerdown', () => Object.assign(globalThis, { earshotPressedAt: performance.now() }), true),
  )
  const times: number[] = []
  for (let time = 0; time < TIMES; time++) {
    await page.getByRole('button', { name: 'Pause for everyone' }).first().click()
    await sleep(1500)
    const from = await page.evaluate(() => globalThis.earshotPlayer?.sounding()?.wantedMs ?? 0)
    await page.getByRole('button', { name: 'Play for everyone' }).first().click()
    times.push((await startedAt(page, from)) - (await page.evaluate(() => globalThis.earshotPressedAt ?? 0)))
    await sleep(1500)
  }
  return times.toSorted((a, b) => a - b)
}

/** When the song, paused at that position, sounded again: counted back from a moment at which it does. */
async function startedAt(page: Page, pausedAtMs: number): Promise<number> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(50)) {
    const sounding = await page.evaluate(() => globalThis.earshotPlayer?.sounding() ?? null)
    if (sounding?.positionMs != null && sounding.positionMs > pausedAtMs)
      return sounding.atMs - (sounding.positionMs - pausedAtMs)
  }
  throw new Error('Nothing sounded after play was pressed.')
}
