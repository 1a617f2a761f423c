import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from '@/tests/support/browser'
import { roomWithListeners } from './sync-room'
import {
  differencesOf,
  errorsOf,
  readRecording,
  type Sample,
  spreadOf,
  startRecording,
  stopRecording,
  withoutDropouts,
} from './sync-samples'

/** What a command takes to be heard: until then the old sound and the new state disagree by nature. */
const COMMAND_MS = 500
const START_MS = 3000
/** Readings of each page with sound between the dropouts of a busy machine; so long we wait for them at most. */
const ENOUGH = 250
const PATIENCE_MS = 40_000
/** Further apart is heard as two sounds. */
const OUT_OF_STEP_MS = 20

let browser: Browser
let party: Awaited<ReturnType<typeof roomWithListeners>>
beforeAll(async () => {
  browser = await launchBrowser()
  const place = { baseUrl: inject('baseUrl') }
  party = await roomWithListeners(browser, place, [place])
})
afterAll(() => browser.close())

test('two browsers hear the same instant through a pause, a seek and a skip', async ({ skip }) => {
  const pages = party.listeners.map(({ page }) => page)
  for (const page of pages) await startRecording(page)
  const commands: { at: number; settleMs: number }[] = []
  const press = async (action: string, positionMs?: number) => {
    const at = Date.now()
    await party.command(action, positionMs)
    commands.push({ at, settleMs: Date.now() - at + (commands.length ? COMMAND_MS : START_MS) })
  }
  const isSettled = ({ unixMs }: Sample) =>
    commands.every(({ at, settleMs }) => unixMs < at || unixMs > at + settleMs) && unixMs > (commands[0]?.at ?? 0)
  const heardBy = async (page: Page) => withoutDropouts((await readRecording(page)).filter(isSettled))

  await press('play')
  await sleep(8000)
  await press('pause')
  await sleep(1000)
  await press('play')
  await sleep(4500)
  await press('seek', 5000)
  await sleep(5000)
  await press('skip')
  await sleep(6500)

  let [first = [], second = []] = await Promise.all(pages.map(heardBy))
  const count = () => Math.min(errorsOf(first).length, errorsOf(second).length)
  for (const deadline = Date.now() + PATIENCE_MS; count() < ENOUGH && Date.now() < deadline; await sleep(2000)) {
    const again = await Promise.all(pages.map(heardBy))
    first = again[0] ?? []
    second = again[1] ?? []
  }
  await Promise.all(pages.map(stopRecording))
  const apart = differencesOf(first, second)
  const spreads = { apart: spreadOf(apart), host: spreadOf(errorsOf(first)), guest: spreadOf(errorsOf(second)) }
  console.log('sync, ms', spreads)

  for (const { count, max } of Object.values(spreads)) if (count > 0) expect(max).toBeLessThan(OUT_OF_STEP_MS)
  // Sound that stops of itself every two seconds says nothing about the player.
  if (count() < ENOUGH) skip(`The machine was too busy to play sound: ${count()} undisturbed readings.`)
  expect(apart.length).toBeGreaterThan(ENOUGH / 2)
  const songs = first.filter(({ positionMs }) => positionMs !== null).map(({ queueId }) => queueId)
  expect(new Set(songs).size).toBeGreaterThan(1)
}, 120_000)

test('a dropout of the sound card is noticed and mended within two seconds', async () => {
  const [{ page }] = party.listeners as [(typeof party.listeners)[0]]
  await party.command('seek', 0)
  await startRecording(page)
  await sleep(2500)
  await underrun(browser, 150)
  const droppedAt = Date.now()
  await expect.poll(() => errorsOfLast(page, droppedAt), { timeout: 1000, interval: 100 }).toBeGreaterThan(50)

  // A busy machine drops out by itself, too: two seconds after the last time it must be right.
  const calm = async () =>
    errorsOf(withoutDropouts(await readRecording(page)).filter(({ unixMs }) => unixMs > droppedAt + 2000))
  await expect.poll(async () => (await calm()).length, { timeout: 30_000, interval: 500 }).toBeGreaterThan(20)
  expect(spreadOf(await calm()).max).toBeLessThan(OUT_OF_STEP_MS)
  await stopRecording(page)
}, 60_000)

/** The largest error since then. */
const errorsOfLast = async (page: Page, sinceMs: number) =>
  spreadOf(errorsOf((await readRecording(page)).filter(({ unixMs }) => unixMs > sinceMs - 500))).max

/** Holds the browser's audio service, so that what it should have played in the meantime is lost. */
async function underrun(of: Browser, ms: number) {
  const session = await of.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const audio = processInfo.find(({ id }) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('audio.mojom'))
  if (!audio) throw new Error('The browser has no audio service.')
  process.kill(audio.id, 'SIGSTOP')
  await sleep(ms)
  process.kill(audio.id, 'SIGCONT')
}
