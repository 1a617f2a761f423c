import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from '@/tests/support/browser'
import { descendantsOf } from '@/tests/support/processes'
import { keepActing, keepSaying } from './sync-acts'
import { LONG_MS, putLongSong, untilLanded } from './sync-long-song'
import { type Listener, roomWithListeners } from './sync-room'
import {
  differencesOf,
  errorsOf,
  readRecording,
  record,
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
/** What a media element may be off without being heard as an echo of music. */
const ECHO_MS = 40

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
  const lost = Math.max(
    ...(await Promise.all(pages.map(async (page) => lostShare((await readRecording(page)).filter(isSettled))))),
  )
  const apart = differencesOf(first, second)
  const spreads = { apart: spreadOf(apart), host: spreadOf(errorsOf(first)), guest: spreadOf(errorsOf(second)) }
  console.log('sync, ms', spreads)

  for (const values of [apart, errorsOf(first), errorsOf(second)])
    expect(shareOutOfStep(values)).toBeLessThanOrEqual(lost)
  // Sound that stops of itself every two seconds says nothing about the player.
  if (count() < ENOUGH) skip(`The machine was too busy to play sound: ${count()} undisturbed readings.`)
  expect(apart.length).toBeGreaterThan(ENOUGH / 2)
  const songs = first.filter(({ positionMs }) => positionMs !== null).map(({ queueId }) => queueId)
  expect(new Set(songs).size).toBeGreaterThan(1)
  await Promise.all(pages.map(stopRecording))
}, 120_000)

test('a dropout of the sound card is noticed and mended within two seconds', async ({ skip }) => {
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
  for (const deadline = Date.now() + 20_000; (await calm()).length < 20 && Date.now() < deadline; ) await sleep(500)
  const errors = await calm()
  await stopRecording(page)
  if (errors.length < 20) skip('The machine was too busy to play sound.')
  expect(shareOutOfStep(errors)).toBeLessThanOrEqual(0.1)
}, 60_000)

test('realtime, web and worker are killed while a room plays: the sound goes on and nothing acknowledged is lost', async () => {
  const [host, guest] = party.listeners as [Listener, Listener]
  const pages = [host.page, guest.page]
  await party.command('seek', 0)
  await sleep(1500)
  const acts = keepActing([host, guest], party.code, party.tracks)
  const talk = keepSaying(guest, party.code)
  for (const page of pages) await startRecording(page)
  const startedAt = Date.now()
  for (const [name, program] of Object.entries(PROGRAMS)) {
    await sleep(Math.random() * 1500)
    kill(program)
    await expect.poll(() => healthOf(name), { timeout: 30_000, interval: 100 }).toBe('ok')
  }
  const recordings = await Promise.all(pages.map(stopRecording))
  const playedMs = Date.now() - startedAt

  // A seek is news that every page hears of once it has found its way back.
  await party.command('seek', 40_000)
  const whereIs = (page: Page) => page.evaluate(() => globalThis.earshotPlayer?.sounding()?.wantedMs ?? Number.NaN)
  for (const page of pages)
    await expect.poll(() => whereIs(page), { timeout: 3000, interval: 50 }).toBeGreaterThan(39_000)
  expect(await acts.lost()).toMatchObject({ gone: [], wrong: [] })
  // What could not be sent meanwhile is sent by the page itself, once and in order.
  const { said, kept } = await talk.end()
  expect(said.length).toBeGreaterThan(5)
  await expect.poll(kept, { timeout: 10_000 }).toEqual(said)
  for (const samples of recordings) {
    expect(samples.filter(({ positionMs }) => positionMs === null)).toEqual([])
    expect((samples.at(-1)?.positionMs ?? 0) - (samples[0]?.positionMs ?? 0)).toBeGreaterThan(playedMs * 0.8)
    expect(shareOutOfStep(errorsOf(withoutDropouts(samples)))).toBeLessThanOrEqual(lostShare(samples))
  }
}, 120_000)

test('a song of sixteen minutes is streamed, and in step as well', async ({ skip }) => {
  const { streamId } = (await party.add(await putLongSong())) as { streamId: string }
  for (const { ask } of party.listeners) await ask('PUT', `/api/rooms/${party.code}/streams/${streamId}/upvote`)
  await party.command('skip')
  await party.command('seek', LONG_MS / 2)
  const pages = party.listeners.map(({ page }) => page)
  await untilLanded(pages, ECHO_MS / 2)
  const recordings = (await record(pages, 6000)).map(withoutDropouts)
  console.log(
    'long song, ms',
    recordings.map((samples) => spreadOf(errorsOf(samples))),
  )
  if (recordings.some((samples) => errorsOf(samples).length < 40)) skip('The machine was too busy to play sound.')
  for (const samples of recordings) {
    expect(samples.at(-1)?.positionMs).toBeGreaterThan(LONG_MS / 2)
    expect(shareOutOfStep(errorsOf(samples), ECHO_MS)).toBeLessThanOrEqual(0.1)
  }
}, 120_000)

const PROGRAMS = { realtime: 'dist/realtime', database: 'next-server', worker: 'dist/worker' }

/** The part as `/api/health` names it; web itself answers when the database does. */
async function healthOf(part: string): Promise<string> {
  const answer = await fetch(`${inject('baseUrl')}/api/health`).catch(() => null)
  return answer ? (await answer.json())[part] : 'away'
}

function kill(program: string) {
  const { pid } = JSON.parse(readFileSync(path.join(inject('dataDir'), 'launcher.json'), 'utf8'))
  const victim = descendantsOf(pid).find(({ command }) => command.includes(program))
  if (!victim) throw new Error(`No ${program} runs.`)
  process.kill(victim.pid, 'SIGKILL')
}

/**
 * The share of readings in the wake of dropouts. Where sound drops out, the page's own work comes late as well: as many
 * again may find it still being mended. A player that does not mend has far more.
 */
const lostShare = (samples: Sample[]) => 1 - withoutDropouts(samples).length / Math.max(1, samples.length)

const shareOutOfStep = (values: number[], limitMs = OUT_OF_STEP_MS) =>
  values.length === 0 ? 0 : values.filter((ms) => Math.abs(ms) > limitMs).length / values.length

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
