import { readFile } from 'node:fs/promises'
import type { BrowserContextOptions, Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { faultsInAllLooks } from '@/tests/support/axe'
import { chromiumPath } from '@/tests/support/browser'
import { type HttpBrowser, signedInBrowser } from '@/tests/support/http-browser'
import { inProductDatabase, makeStaff } from '@/tests/support/make-staff'
import { ownBrowser } from '@/tests/support/own-browser'

const baseURL = inject('baseUrl')

const browser = ownBrowser()

test.skipIf(!chromiumPath)('a room’s numbers move while its people vote, and are for them only', async () => {
  const { http, code, songs } = await roomWithSongs('=Kitchen')
  const page = await pageOf(http)
  expect(await faultsOn(page, `/r/${code}/stats`)).toEqual([])
  const last = songs.at(-1)
  await http.ask('PUT', `/api/rooms/${code}/streams/${last?.streamId}/upvote`)
  await untilFirst(page, 'Hot now', last?.title)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file).toContain(`"Maya",${songs.length},`)

  // The same over the room, whose page and music stay.
  await page.goto(`/r/${code}`)
  await page.getByRole('button', { name: 'Room menu' }).click()
  await page.getByRole('menuitem', { name: 'Numbers of this room' }).click()
  const dialog = page.getByRole('dialog', { name: /^Numbers of/ })
  await dialog.getByRole('heading', { name: 'Songs added' }).waitFor({ timeout: 15_000 })
  await dialog.getByRole('button', { name: 'Close' }).click()
  expect(new URL(page.url()).pathname).toBe(`/r/${code}`)

  const { browser: stranger } = await signedInBrowser(baseURL, undefined, { origin: baseURL })
  const answer = await stranger.ask('GET', `/r/${code}/stats`)
  expect([answer.status, answer.headers.get('location')]).toEqual([307, `/r/${code}`])

  // They are kept when it ends, for those who were there.
  expect((await http.ask('DELETE', `/api/rooms/${code}`)).ok).toBe(true)
  await page.getByRole('heading', { name: 'This room has ended' }).waitFor()
  for (const path of [`/r/${code}/screen`, `/r/${code}`]) {
    await page.goto(path)
    expect(await page.title()).toBe('This room has ended · Earshot')
  }
  await page.getByRole('link', { name: 'Numbers of this room' }).click()
  await page.getByRole('heading', { name: 'Who makes it' }).waitFor()
  expect(await faultsOn(page, `/r/${code}/stats`)).toEqual([])
  expect((await stranger.ask('GET', `/r/${code}/stats`)).headers.get('location')).toBe(`/r/${code}`)
  const door = await (await stranger.ask('GET', `/r/${code}`)).text()
  expect(door).toContain('<title>This room has ended')
  expect(door).not.toContain(`/r/${code}/stats`)
  expect(await (await stranger.ask('GET', '/r/ZZZZZZ/screen')).text()).toContain('<title>No room here')
})

test.skipIf(!chromiumPath)('admins see what trends as it moves, and for others there is no such page', async () => {
  const { http, username, code, songs } = await roomWithSongs('Watched from the long table by the window in the back')
  for (const path of ['/admin', '/admin/live']) expect((await http.ask('GET', path)).status).toBe(404)
  const outside = await pageOf(http)
  await outside.goto('/admin', { waitUntil: 'networkidle' })
  expect(await outside.title()).toBe('Nothing here · Earshot')
  await makeStaff(username, 'moderator')
  await outside.goto('/admin', { waitUntil: 'networkidle' })
  expect(await outside.title()).toBe('Nothing here · Earshot')
  await makeStaff(username)
  const { browser: admin } = await signedInBrowser(baseURL, username, { origin: baseURL })
  const page = await pageOf(admin)
  expect(await faultsOn(page, `/admin?room=${code}`)).toEqual([])
  expect(await page.getByRole('link', { name: 'Trending' }).getAttribute('aria-current')).toBe('page')
  const last = songs.at(-1)
  await admin.ask('PUT', `/api/rooms/${code}/streams/${last?.streamId}/upvote`)
  await untilFirst(page, 'Watched', last?.title)
})

test.skipIf(!chromiumPath)('my numbers sort by any column, and are saved as a table and as a picture', async () => {
  const { http, code, songs } = await roomWithSongs('Attic')
  await http.ask('PUT', `/api/rooms/${code}/streams/${songs[0]?.streamId}/upvote`)
  await roomWithSongs('Basement', http)
  const page = await pageOf(http)
  expect(await faultsOn(page, '/dashboard')).toEqual([])
  const first = () => page.getByRole('table').getByRole('rowheader').first().textContent()
  await page.getByRole('button', { name: 'Room', exact: true }).click()
  expect(await first()).toContain('Attic')
  await page.getByRole('button', { name: 'Room', exact: true }).click()
  expect(await first()).toContain('Basement')

  const table = (await saved(page, 'CSV')).toString('utf8').split('\r\n')
  expect(table[0]).toBe('\uFEFFroom,code,added,likes got,likes given,last change')
  expect(table.find((line) => line.includes('Attic'))).toContain(`"Attic","${code}",${songs.length},1,1,`)

  const png = await saved(page, 'Save image')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
})

test.skipIf(!chromiumPath)('what was played most stands in the charts, by day and by week', async () => {
  const { http, songs } = await roomWithSongs('Charts')
  for (const [place, plays] of [3, 70, 12].entries())
    await inProductDatabase(
      `INSERT INTO "TrackDailyPlays" ("day", "trackId", "plays")
       SELECT (now() AT TIME ZONE 'UTC')::date - 1, "trackId", $2 FROM "Stream" WHERE "id" = $1::uuid`,
      [songs[place]?.streamId, plays],
    )
  const page = await pageOf(http)
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.goto('/charts')
  await page.getByRole('link', { name: 'Yesterday' }).click()
  const rows = page.getByRole('list', { name: 'Most played' }).getByRole('listitem')
  await rows.first().filter({ hasText: '70 plays' }).waitFor()
  expect(await rows.evaluateAll((all) => all.map((row) => row.querySelector('a')?.textContent))).toEqual(
    [1, 2, 0].map((place) => songs[place]?.title),
  )
  expect(await faultsOn(page, '/charts?of=yesterday')).toEqual([])
  expect(await faultsOn(page, '/charts?of=last-week')).toEqual([])
  expect((await fetch(`${baseURL}/charts?of=%00&of=2`)).status).toBe(200)
})

test.skipIf(!chromiumPath)('numbers fit a phone before their scripts have come', async () => {
  const { http, code } = await roomWithSongs('Hall')
  const page = await pageOf(http, { viewport: { width: 390, height: 900 } })
  await page.route('**/*.js', (route) => route.abort())
  for (const path of ['/dashboard', `/r/${code}/stats`]) {
    await page.goto(path)
    await page.getByRole('img', { name: 'The last 42 days' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390)
  }
})

async function saved(page: Page, button: string): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFile(await (await download).path())
}

async function roomWithSongs(name: string, known?: HttpBrowser) {
  const { browser: http, username } = known
    ? { browser: known, username: '' }
    : await signedInBrowser(baseURL, undefined, { origin: baseURL })
  const { code }: { code: string } = await (await http.ask('POST', '/api/rooms', { name })).json()
  const { items } = await (await http.ask('GET', '/api/tracks?sort=new&limit=4')).json()
  const songs: { streamId: string; title: string }[] = []
  for (const { id, title } of items) {
    const added = await (await http.ask('POST', `/api/rooms/${code}/streams`, { trackId: id })).json()
    songs.push({ streamId: added.streamId, title })
  }
  return { http, username, code, songs }
}

async function pageOf(http: HttpBrowser, look?: BrowserContextOptions): Promise<Page> {
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({ baseURL, viewport, reducedMotion: 'reduce', ...look })
  await context.addCookies([...http.cookies].map(([name, value]) => ({ name, value, url: baseURL })))
  return context.newPage()
}

async function untilFirst(page: Page, box: string, title = '') {
  const list = page.getByRole('region').or(page.locator('section')).filter({ hasText: box })
  await list.getByRole('listitem').first().filter({ hasText: title }).waitFor({ timeout: 15_000 })
}

async function faultsOn(page: Page, path: string): Promise<string[]> {
  await page.goto(path, { waitUntil: 'networkidle' })
  return faultsInAllLooks(page)
}
