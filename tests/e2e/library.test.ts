import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import type { TrackSummary } from '@/lib/catalog/track'
import { faultsInAllLooks } from '@/tests/support/axe'
import { chromiumPath } from '@/tests/support/browser'
import { type HttpBrowser, signedInBrowser } from '@/tests/support/http-browser'
import { ownBrowser } from '@/tests/support/own-browser'
import { untilTimersRan } from '@/tests/support/timers-ran'
import { dragByFinger } from '@/tests/support/touch'
import { pageOf } from './page-of'

// One person's library from the first playlist on, by mouse, finger, keys and file.
const baseUrl = inject('baseUrl')

const browser = ownBrowser()

async function tracksHere(http: HttpBrowser): Promise<TrackSummary[]> {
  return (await (await http.ask('GET', '/api/tracks?limit=8')).json()).items
}

const idIn = (page: Page) => page.url().split('/').at(-1) ?? ''

async function titlesIn(http: HttpBrowser, id: string): Promise<string[]> {
  const { items } = await (await http.ask('GET', `/api/playlists/${id}/tracks`)).json()
  return items.map(({ track }: { track: TrackSummary }) => track.title)
}

test.skipIf(!chromiumPath)('a list comes in from a file, is put in order by keys, and plays in a room', async () => {
  const { browser: http } = await signedInBrowser(baseUrl)
  const tracks = await tracksHere(http)
  const page = await pageOf(browser, http)
  await page.goto('/library', { waitUntil: 'networkidle' })
  await page.getByText('No playlist yet').waitFor()

  await page.getByRole('button', { name: 'Import' }).click()
  const empty = { name: 'Empty.csv', mimeType: 'text/csv', buffer: Buffer.from('Title;Artist\r\n') }
  await page.locator('input[type=file]').setInputFiles(empty)
  await page.getByText('There is no song in this file.').waitFor()
  await page.getByRole('button', { name: 'Take another file' }).click()
  const rows = ['Title;Artist', ...tracks.slice(0, 3).map(({ title, artist }) => `${title};${artist}`), 'Gone;Nobody']
  const file = { name: 'Sunday.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n'), 'utf16le') }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('3 songs came in').waitFor()
  await page.getByText('This song is not in the catalogue.').waitFor()
  await page.getByRole('link', { name: 'Open Sunday' }).click()
  await page.getByRole('heading', { name: 'Sunday' }).waitFor()
  const id = idIn(page)

  // Whatever opened a dialog has the focus again.
  const edit = page.getByRole('button', { name: 'Edit', exact: true })
  await edit.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await edit.evaluate((button) => button === document.activeElement)).toBe(true)

  const [first = '', second = '', third = ''] = tracks.map(({ title }) => title)
  const handle = page.getByRole('button', { name: `Move ${first}` })
  await handle.focus()
  await page.keyboard.press('Space')
  await page.getByText(`${first} is now 1 of 3.`).waitFor({ state: 'attached' })
  await untilTimersRan(page)
  await page.keyboard.press('ArrowDown')
  await page.getByText(`${first} is now 2 of 3.`).waitFor({ state: 'attached' })
  await page.keyboard.press('Space')
  await expect.poll(() => titlesIn(http, id)).toEqual([second, first, third])

  await page.getByRole('button', { name: `More for ${third}` }).click()
  await page.getByRole('menuitem', { name: 'Take it out' }).click()
  await expect.poll(() => titlesIn(http, id)).toEqual([second, first])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => titlesIn(http, id)).toEqual([second, first, third])

  // Once more the same song: its page shows it, and counts it.
  await page.getByRole('button', { name: `More for ${second}` }).click()
  await page.getByRole('menuitem', { name: 'Add to a playlist' }).click()
  await page.getByRole('button', { name: 'Sunday' }).click()
  await page.getByRole('button', { name: 'Add it again' }).click()
  await page.getByText('4 songs').waitFor()
  const rowsShown = page.getByRole('list', { name: 'Sunday' }).getByRole('listitem')
  await expect.poll(() => rowsShown.count()).toBe(4)
  await page
    .getByRole('button', { name: `More for ${second}` })
    .last()
    .click()
  await page.getByRole('menuitem', { name: 'Take it out' }).click()
  await expect.poll(() => titlesIn(http, id)).toEqual([second, first, third])

  // The same on a phone, with a finger.
  const phone = await pageOf(browser, http, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  await phone.goto(`/playlist/${id}`, { waitUntil: 'networkidle' })
  const move = (title: string) => phone.getByRole('button', { name: `Move ${title}` })
  await dragByFinger(move(third), move(second))
  await expect.poll(() => titlesIn(http, id)).toEqual([third, second, first])
  await dragByFinger(move(third), move(first))
  await expect.poll(() => titlesIn(http, id)).toEqual([second, first, third])
  await phone.context().close()

  await page.getByRole('button', { name: `Like ${first}` }).click()
  expect(await faultsInAllLooks(page, [390, 1440])).toEqual([])
  const room = await (await http.ask('POST', '/api/rooms', { name: 'Friday kitchen' })).json()
  await page.reload({ waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Play in a room' }).click()
  await page.getByRole('button', { name: /Friday kitchen/ }).click()
  await page.getByText('3 songs are in Friday kitchen.').waitFor()
  const { queue, nowPlaying } = await (await http.ask('GET', `/api/rooms/${room.code}`)).json()
  expect(queue.length + (nowPlaying ? 1 : 0)).toBe(3)

  await page.goto('/library/liked', { waitUntil: 'networkidle' })
  await page.getByRole('list', { name: 'Liked songs' }).getByText(first).waitFor()
  expect(await faultsInAllLooks(page, [390])).toEqual([])
  await page.context().close()
})

test.skipIf(!chromiumPath)(
  'five thousand songs scroll, and strangers see what is public and nothing else',
  async () => {
    const { browser: http } = await signedInBrowser(baseUrl)
    const trackIds = (await tracksHere(http)).map(({ id }) => id)
    const many = Array.from({ length: 500 }, (_, n) => trackIds[n % trackIds.length])
    const list = await (await http.ask('POST', '/api/playlists', { name: 'Everything', isPublic: true })).json()
    for (let n = 0; n < 10; n++)
      await http.ask('POST', `/api/playlists/${list.id}/tracks`, { trackIds: many, allowTwice: true })

    const stranger = await pageOf(browser)
    await stranger.goto(`/playlist/${list.id}`, { waitUntil: 'networkidle' })
    expect(await stranger.title()).toContain('Everything')
    expect(await stranger.locator('meta[property="og:title"]').getAttribute('content')).toBe('Everything')
    await stranger.getByText('5,000 songs').waitFor()
    expect(await stranger.getByRole('button', { name: /^Move |^Edit$/ }).count()).toBe(0)
    const shown = stranger.getByRole('list', { name: 'Everything' }).getByRole('listitem')
    const lastPlace = async () => Number(await shown.last().getAttribute('aria-posinset'))

    // A page that is lost on the way comes when one asks again, and by itself when the network is back.
    const lost = stranger.getByText('The rest of the list did not come.')
    await stranger.route('**/tracks?*', (route) => route.abort(), { times: 1 })
    await stranger.mouse.wheel(0, 1_000_000)
    await stranger.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(lastPlace).toBeGreaterThan(100)
    expect(await lost.count()).toBe(0)
    await stranger.context().setOffline(true)
    await stranger.mouse.wheel(0, 1_000_000)
    await lost.waitFor()
    await expect.poll(lastPlace).toBe(300)
    await stranger.context().setOffline(false)
    await expect.poll(lastPlace).toBeGreaterThan(300)

    await expect
      .poll(async () => {
        await stranger.mouse.wheel(0, 1_000_000)
        return lastPlace()
      })
      .toBeGreaterThanOrEqual(1000)
    expect(await shown.count()).toBeLessThan(60)

    await http.ask('PATCH', `/api/playlists/${list.id}`, { isPublic: false })
    expect((await stranger.goto(`/playlist/${list.id}`))?.status()).toBe(404)
    await stranger.context().close()
  },
)
