import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsInAllLooks } from '@/tests/support/axe'
import { launchBrowser } from '@/tests/support/browser'
import { startPiped } from '@/tests/support/piped-server'
import { makeDataDir, type Product, removeDataDir, startProduct } from '@/tests/support/product'
import { untilLanded } from './sync-long-song'
import { roomWithListeners } from './sync-room'
import { differencesOf, record, spreadOf } from './sync-samples'

/** What a media element may be off without being heard as an echo of music. */
const ECHO_MS = 40
/** So much of a streamed song may pass before it is heard after the one before it. */
const SOON_MS = 1000

// An installation of its own: others know nothing of YouTube unless somebody names an instance.
let piped: Awaited<ReturnType<typeof startPiped>>
let dataDir: string
let product: Product
let browser: Browser
let party: Awaited<ReturnType<typeof roomWithListeners>>
beforeAll(async () => {
  piped = await startPiped({
    ferry_00001: { title: 'Quartz Harbour', uploader: 'Slow Lantern - Topic', seconds: 60, tone: 330 },
    bus_0000002: { title: 'Quartz Meridian', uploader: 'Slow Lantern - Topic', seconds: 90, tone: 550 },
    lagoon_0003: { title: 'Basalt Lagoon', uploader: 'Slow Lantern - Topic', seconds: 30, tone: 660 },
  })
  dataDir = await makeDataDir()
  product = await startProduct({ dataDir, DEMO_CATALOGUE: 'off', PIPED_API_URL: piped.origin })
  browser = await launchBrowser()
  const place = { baseUrl: product.baseUrl }
  party = await roomWithListeners(browser, place, [place])
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await removeDataDir(dataDir)
  await piped.stop()
})

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
  for (let skips = 0; skips < 5 && (await titles()) !== 'Quartz Harbour'; skips++) await command('skip')
  expect(await titles()).toBe('Quartz Harbour')
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
    const { queueId } = samples.at(-1) ?? {}
    const first = samples.find((sample) => sample.queueId === queueId && sample.positionMs !== null)
    console.log('youtube, ms of the next song before it was heard', Math.round(first?.wantedMs ?? Number.NaN))
    expect(first?.wantedMs).toBeLessThan(SOON_MS)
    expect(samples.at(-1)?.positionMs).not.toBeNull()
  }
  expect(errors).toEqual([])
})

test('nothing of an older search can be added, and a search here that fails says so beside what YouTube finds', async () => {
  const [host] = party.listeners
  if (!host) throw new Error('Nobody is here.')
  const { page } = host
  const waiting = async () => ((await host.ask('GET', `/api/rooms/${party.code}`)) as { queue: unknown[] }).queue.length
  const before = await waiting()
  await page.route('**/api/search/youtube?**', async (route) => {
    await sleep(1500)
    await route.continue()
  })
  await page.getByRole('button', { name: 'Add a song' }).first().click()
  const field = page.getByPlaceholder('Title, artist or a YouTube link')
  const options = page.getByRole('option')
  await field.fill('basalt')
  await options.getByText('Lagoon').waitFor()
  await field.fill('zyzzyva')
  await expect.poll(() => options.count()).toBe(0)
  await field.press('Enter')
  await page.getByText('No song here sounds like “zyzzyva”.').waitFor()
  await page.getByText('Nothing there sounds like it.').waitFor()
  expect(await waiting()).toBe(before)

  await page.route('**/api/search?**', (route) => route.fulfill({ status: 500, json: {} }))
  await field.fill('basalt l')
  await page.getByText('Something broke on our side. Try again.').waitFor()
  await options.getByText('Lagoon').waitFor()
  await page.unroute('**/api/search?**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Something broke on our side. Try again.').waitFor({ state: 'detached' })
  expect(await faultsInAllLooks(page, [390, 1440])).toEqual([])
})
