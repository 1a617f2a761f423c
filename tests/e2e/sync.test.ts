import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '@/tests/support/browser'
import { roomWithListeners } from './sync-room'
import {
  differencesOf,
  errorsOf,
  type Sample,
  spreadOf,
  startRecording,
  stopRecording,
  withoutDropouts,
} from './sync-samples'

/** What a command takes to be heard: until then the old sound and the new state disagree by nature. */
const COMMAND_MS = 500
const START_MS = 3000

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('two browsers hear the same instant for a minute with a pause, a seek and a skip', async () => {
  const { listeners, command } = await roomWithListeners(browser, 1)
  const pages = listeners.map(({ page }) => page)
  for (const page of pages) await startRecording(page)
  const commands: { at: number; settleMs: number }[] = []
  const press = async (action: string, positionMs?: number) => {
    const at = Date.now()
    await command(action, positionMs)
    commands.push({ at, settleMs: Date.now() - at + (commands.length ? COMMAND_MS : START_MS) })
  }

  await press('play')
  await sleep(15_000)
  await press('pause')
  await sleep(2000)
  await press('play')
  await sleep(13_000)
  await press('seek', 5000)
  await sleep(14_000)
  await press('skip')
  await sleep(16_000)

  const isSettled = ({ unixMs }: Sample) =>
    commands.every(({ at, settleMs }) => unixMs < at || unixMs > at + settleMs) && unixMs > (commands[0]?.at ?? 0)
  const recordings = (await Promise.all(pages.map(stopRecording))).map((samples) => samples.filter(isSettled))
  const [first = [], second = []] = recordings.map(withoutDropouts)
  expect(first.length + second.length).toBeGreaterThan(0.9 * recordings.flat().length)
  const apart = spreadOf(differencesOf(first, second))
  console.log('sync, ms', { apart, host: spreadOf(errorsOf(first)), guest: spreadOf(errorsOf(second)) })

  expect(new Set(first.filter(({ positionMs }) => positionMs !== null).map(({ queueId }) => queueId)).size).toBe(2)
  for (const errors of [errorsOf(first), errorsOf(second), differencesOf(first, second)]) {
    expect(errors.length).toBeGreaterThan(400)
    expect(spreadOf(errors).max).toBeLessThan(20)
  }
}, 180_000)

test('a dropout of the sound card is noticed and mended within two seconds', async () => {
  const { listeners, command } = await roomWithListeners(browser, 0)
  const [{ page }] = listeners as [(typeof listeners)[0]]
  await command('play')
  await sleep(4000)
  await startRecording(page)
  await sleep(500)
  await underrun(browser, 150)
  const mendedBy = Date.now() + 2000
  await sleep(4000)

  const samples = await stopRecording(page)
  const before = errorsOf(samples.filter(({ unixMs }) => unixMs < mendedBy - 500))
  expect(spreadOf(before).max).toBeGreaterThan(50)
  const after = errorsOf(samples.filter(({ unixMs }) => unixMs > mendedBy))
  expect(after.length).toBeGreaterThan(20)
  expect(spreadOf(after).max).toBeLessThan(20)
}, 60_000)

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
