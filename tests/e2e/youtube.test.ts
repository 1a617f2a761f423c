import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from '@/tests/support/browser'
import { untilLanded } from './sync-long-song'
import { roomWithListeners } from './sync-room'
import { differencesOf, record, spreadOf } from './sync-samples'

/** What a media element may be off without being heard as an echo of music. */
const ECHO_MS = 40
/** So long may a streamed song take to sound after the one before it. */
const SOON_MS = 800

let browser: Browser
let party: Awaited<ReturnType<typeof roomWithListeners>>
beforeAll(async () => {
  browser = await launchBrowser()
  const place = { baseUrl: inject('baseUrl') }
  party = await roomWithListeners(browser, place, [place])
})
afterAll(() => browser.close())

test('a pasted link and a found song are added, and two browsers hear them in step, one after the other', async () => {
  const { listeners, command, code } = party
  const pages = listeners.map(({ page }) => page)
  const [host] = listeners
  if (!host) throw new Error('Nobody is here.')
  const { page } = host
  const errors: string[] = []
  for (const { page } of listeners)
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))

  await page.getByRole('button', { name: 'Add a song' }).first().click()
  const field = page.getByPlaceholder('Title, artist or a YouTube link')
  await field.fill('https://www.youtube.com/watch?v=ferry_00001&list=PL0123456789')
  // As people paste: enter comes before any answer.
  await field.press('Enter')
  await page.getByText(/Quartz Harbour is in/).waitFor()
  await field.fill('quartz mer')
  await page.getByRole('option', { name: /Quartz Meridian/ }).click()
  await page.getByText(/Quartz Meridian is in/).waitFor()
  await page.keyboard.press('Escape')

  const titles = async () => {
    const { nowPlaying } = (await host.ask('GET', `/api/rooms/${code}`)) as { nowPlaying: { track: { title: string } } }
    return nowPlaying?.track.title
  }
  await command('play')
  while ((await titles()) !== 'Quartz Harbour') await command('skip')
  await untilLanded(pages, ECHO_MS)
  const [first = [], second = []] = await record(pages, 4000)
  const apart = spreadOf(differencesOf(first, second))
  console.log('youtube, ms apart', apart)
  expect(apart.count).toBeGreaterThan(40)
  expect(apart.p50).toBeLessThan(ECHO_MS)

  // Its end: the next one has been made ready meanwhile.
  await command('seek', 55_000)
  await sleep(4000)
  const around = await record(pages, 5000)
  expect(await titles()).toBe('Quartz Meridian')
  for (const samples of around) {
    const silent = samples.filter(({ positionMs }) => positionMs === null)
    const silentMs = (silent.at(-1)?.unixMs ?? 0) - (silent[0]?.unixMs ?? 0)
    console.log('youtube, ms of silence between two songs', Math.round(silentMs))
    expect(silentMs).toBeLessThan(SOON_MS)
    expect(samples.at(-1)?.positionMs).not.toBeNull()
  }
  expect(errors).toEqual([])
})
