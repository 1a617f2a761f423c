import type { BrowserContext, BrowserContextOptions, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { TrackSummary } from '@/lib/catalog/track'
import { faultsInAllLooks } from '@/tests/support/axe'
import { chromiumPath, launchBrowser } from '@/tests/support/browser'
import { type HttpBrowser, signedInBrowser } from '@/tests/support/http-browser'
import { untilTimersRan } from '@/tests/support/timers-ran'
import { dragByFinger } from '@/tests/support/touch'
import { wavSong } from './journey-songs'

// One person's library from the first playlist to the end of the account, by mouse, finger, keys and file.
const baseUrl = inject('baseUrl')

let browser: Awaited<ReturnType<typeof launchBrowser>>
beforeAll(async () => {
  if (chromiumPath) browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function pageOf(http?: HttpBrowser, options: BrowserContextOptions = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  const cookies = [...(http?.cookies ?? [])].map(([name, value]) => ({ name, value, url: baseUrl }))
  await context.addCookies(cookies)
  return context.newPage()
}

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
  const page = await pageOf(http)
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
  const phone = await pageOf(http, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
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

    const stranger = await pageOf()
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

test.skipIf(!chromiumPath)(
  'an upload goes on while its owner looks at other pages, and is there on return',
  async () => {
    const { browser: http } = await signedInBrowser(baseUrl)
    const page = await pageOf(http)
    await page.goto('/upload', { waitUntil: 'networkidle' })
    let letThrough = () => {}
    const isLetThrough = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    await page.route('**/api/uploads/*', async (route) => {
      if (route.request().method() === 'PATCH') await isLetThrough
      await route.continue()
    })
    const file = { name: 'Long way.wav', mimeType: 'audio/wav', buffer: wavSong({ seconds: 2, hz: 220 }) }
    await page.getByLabel('Choose songs to upload').setInputFiles(file)
    const pause = page.getByRole('button', { name: 'Pause the upload of Long way.wav' })
    await pause.waitFor()
    await page.getByRole('link', { name: 'Library', exact: true }).click()
    await page.getByRole('heading', { name: 'Library', exact: true }).waitFor()
    await page.getByRole('link', { name: 'Upload', exact: true }).click()
    await pause.waitFor()

    // Closing the tab would end it: the browser asks, and this person stays.
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const question = await asked
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()
    letThrough()
    await page.getByText('Ready', { exact: true }).waitFor({ timeout: 60_000 })
    expect(await page.getByRole('listitem').filter({ hasText: 'Long way' }).count()).toBe(1)
    await page.context().close()
  },
)

test.skipIf(!chromiumPath)(
  'a picture and a new name show in a room, and the account ends with its password',
  async () => {
    const { browser: http, username } = await signedInBrowser(baseUrl)
    const { browser: phone } = await signedInBrowser(baseUrl, username)
    const room = await (await http.ask('POST', '/api/rooms', { name: 'Attic' })).json()
    const page = await pageOf(http)
    await page.goto('/settings', { waitUntil: 'networkidle' })
    const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#2a8' } })
      .png()
      .toBuffer()
    const choose = page.locator('input[type=file]')
    await choose.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
    await page.getByText('This is no picture that Earshot can read.').waitFor()
    await choose.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: picture })
    await page.getByRole('button', { name: 'Another picture' }).waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Ruth')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('You are Ruth now').waitFor()
    const elsewhere = await (await phone.ask('GET', '/dashboard')).text()
    expect(elsewhere).toContain('Your numbers, Ruth')
    expect(elsewhere).not.toContain('Maya')
    const { members } = await (await http.ask('GET', `/api/rooms/${room.code}`)).json()
    expect(members).toMatchObject([{ displayName: 'Ruth', avatarUrl: expect.stringMatching(/^\/media\/avatars\//) }])
    expect((await http.ask('GET', members[0].avatarUrl)).headers.get('content-type')).toBe('image/webp')

    // Typed faster than one is saved; what is refused can be mended.
    const genre = page.getByRole('combobox', { name: 'Genres' }).or(page.getByRole('textbox', { name: 'Genres' }))
    for (const name of ['a1', 'b2', 'c3', 'bad\u202e']) {
      await genre.fill(name)
      await genre.press('Enter')
    }
    await expect.poll(() => genre.inputValue()).toBe('bad\u202e')
    const genres = page.getByRole('list', { name: 'Genres' }).getByRole('listitem')
    expect(await genres.allInnerTexts()).toEqual(['a1', 'b2', 'c3'])
    const kept = await http.call('get', '/api/me/preferences')
    expect(kept).toMatchObject({ value: { favoriteGenres: ['a1', 'b2', 'c3'] } })

    // What went wrong in a dialog is gone as soon as one types on, and when it is closed.
    const changeAddress = page.getByRole('button', { name: 'Change your address' })
    const wrong = page.getByText('That is no email address.')
    await changeAddress.click()
    await page.getByLabel('New address').fill('nobody')
    await page.keyboard.press('Enter')
    await wrong.waitFor()
    await page.getByLabel('New address').press('x')
    await wrong.waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await wrong.waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await changeAddress.click()
    expect(await wrong.count()).toBe(0)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Delete the account' }).click()
    await page.getByRole('textbox', { name: 'Your password' }).fill('not this one')
    await page.keyboard.press('Enter')
    await page.getByText('That is not your password. 4 tries left.').waitFor()
    expect(await faultsInAllLooks(page, [1440])).toEqual([])
    await page.getByRole('textbox', { name: 'Your password' }).fill('kitchen at midnight')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${baseUrl}/`)
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    expect((await page.request.get(`/api/rooms/${room.code}/preview`)).status()).toBe(409)
    await page.context().close()
  },
)
