import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { faultsInAllLooks } from '@/tests/support/axe'
import { chromiumPath } from '@/tests/support/browser'
import { ownBrowser } from '@/tests/support/own-browser'

const baseUrl = inject('baseUrl')
const password = 'correct horse battery'
const MANY = 300

const browser = ownBrowser()
const database = new pg.Client({ connectionString: inject('databaseUrl') })
beforeAll(async () => {
  await database.connect()
  // Older than everything else, so that no list of new songs shows them.
  await database.query(`
    INSERT INTO "Track" (source, "sourceId", title, artist, album, "durationMs", "createdAt")
    SELECT 'youtube', 'choir-' || i, 'Verse ' || i, 'Marathon Choir', 'Volume ' || i % 3, 150000, timestamptz '2020-01-01' - i * interval '1 hour'
    FROM generate_series(1, ${MANY}) i`)
})
afterAll(async () => {
  await database.query(`DELETE FROM "Track" WHERE "sourceId" LIKE 'choir-%'`)
  await database.end()
})

async function signedIn(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  const login = `u${randomUUID().slice(0, 8)}`
  await context.request.post('/api/users', { data: { email: `${login}@home.example`, username: login, password } })
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json()
  const form = { login, password, csrfToken, json: 'true' }
  await context.request.post('/api/auth/callback/credentials', { form })
  return { context, page: await context.newPage() }
}

test.skipIf(!chromiumPath)('by keys alone a misspelt song is found, opened, reviewed and found again', async () => {
  const { context, page } = await signedIn()
  await page.goto('/search', { waitUntil: 'networkidle' })
  await page.keyboard.type('coper hurs')
  const first = page.getByRole('list', { name: 'Songs found' }).getByRole('listitem').first()
  await first.getByRole('link', { name: 'Copper Hours' }).waitFor()
  expect((await first.locator('mark').allTextContents()).join('')).toBe('CoperHurs')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/track\//)
  await page.getByRole('heading', { level: 1, name: 'Copper Hours' }).waitFor()
  // What was typed is there again on the way back.
  await page.goBack()
  await first.getByRole('link', { name: 'Copper Hours' }).waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('coper hurs')
  await page.goForward()
  await page.getByRole('heading', { level: 1, name: 'Copper Hours' }).waitFor()

  await page.getByRole('radio', { name: /^1 of 5/ }).focus()
  for (let star = 1; star < 4; star++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Warm all the way through.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const mine = page.getByRole('region', { name: 'Your review' })
  await mine.getByText('Warm all the way through.').waitFor()
  await mine.getByRole('img', { name: '4 of 5 stars' }).waitFor()
  await page.reload()
  await mine.getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('Your review is gone').waitFor()

  await page.goto('/search', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'coper hurs', exact: true }).click()
  await first.getByRole('link', { name: 'Copper Hours' }).waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe('coper hurs')
  await context.close()
})

test.skipIf(!chromiumPath)('however many songs an artist has, only those on the screen are in the page', async () => {
  const { context, page } = await signedIn()
  await page.goto('/artist/marathon-choir', { waitUntil: 'networkidle' })
  const songs = page.getByRole('list', { name: 'Songs by Marathon Choir' })
  await songs.getByRole('link', { name: 'Verse 1', exact: true }).waitFor()
  expect(await songs.getByRole('listitem').count()).toBeLessThan(60)
  await expect
    .poll(async () => {
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
      return songs.getByRole('link', { name: `Verse ${MANY}`, exact: true }).count()
    })
    .toBe(1)
  expect(await songs.getByRole('listitem').last().getAttribute('aria-setsize')).toBe(String(MANY))
  await page.goto('/album/marathon-choir/volume-1')
  await page.getByRole('heading', { level: 1, name: 'Volume 1' }).waitFor()
  await context.close()
})

test.skipIf(!chromiumPath)('axe finds nothing on the pages of the catalogue', async () => {
  const { context, page } = await signedIn()
  const { items } = await (await context.request.get('/api/search?q=copper hours')).json()
  for (const path of ['/search', '/search?q=night', `/track/${items[0].id}`, '/artist/marathon-choir']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(await faultsInAllLooks(page, [390, 1440]), path).toEqual([])
  }
  await context.close()
})

test('whatever is searched for, there is an answer or a sentence', async () => {
  const ask = async (q: string) => (await fetch(`${baseUrl}/api/search?q=${q}`)).status
  for (const q of ['', '%20%20', '%00', 'x'.repeat(10_000)]) expect(await ask(q), q.slice(0, 9)).toBe(400)
  for (const q of ['%27%20OR%201%3D1', '.*%5B', '%25', '%ED%A0%80', '%07%1B', "a'%3A*%26!"])
    expect(await ask(q), q).toBe(200)
  for (const path of [`/search?q=${'x'.repeat(5_000)}`, '/search?q=%00&q=2', '/search?q=%ED%A0%80'])
    expect((await fetch(baseUrl + path)).status, path.slice(0, 20)).toBe(200)
  for (const path of ['/track/nonsense', '/artist/%25', '/artist/nobody-there', '/album/a/%E0%A4%A', '/artist/100%'])
    expect((await fetch(baseUrl + path)).status, path).toBe(404)
})
