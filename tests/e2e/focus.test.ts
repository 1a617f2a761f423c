import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { chromiumPath, launchBrowser } from '@/tests/support/browser'
import { signedInBrowser } from '@/tests/support/http-browser'
import { pageOf } from './page-of'

const baseURL = inject('baseUrl')

let browser: Awaited<ReturnType<typeof launchBrowser>>
beforeAll(async () => {
  if (chromiumPath) browser = await launchBrowser()
})
afterAll(() => browser?.close())

const focusedName = (page: Awaited<ReturnType<typeof pageOf>>) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName)

test.skipIf(!chromiumPath)('what one takes away by keys leaves the focus beside it', async () => {
  const { browser: http, username } = await signedInBrowser(baseURL, undefined, { origin: baseURL })
  await signedInBrowser(baseURL, username)
  await http.ask('PATCH', '/api/me/preferences', { favoriteGenres: ['a1', 'b2', 'c3'] })
  const page = await pageOf(browser, http)
  await page.goto('/settings', { waitUntil: 'networkidle' })

  await page.getByRole('button', { name: 'Take b2 out' }).focus()
  for (const next of ['Take c3 out', 'Take a1 out']) {
    await page.keyboard.press('Enter')
    await expect.poll(() => focusedName(page)).toBe(next)
  }
  // The last of a list leaves it to what the list was part of: the next key goes on from there.
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Genres' }).waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.contains(document.forms[0] ?? null))).toBe(true)
  expect(await focusedName(page)).not.toBe('BODY')

  await page.getByRole('button', { name: /^End / }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByText(/is signed out/).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Sign out')
  await page.context().close()
})

test.skipIf(!chromiumPath)(
  'a song that one removes leaves the focus in the queue, and a click away is respected',
  async () => {
    const { browser: http } = await signedInBrowser(baseURL, undefined, { origin: baseURL })
    const { code } = await (await http.ask('POST', '/api/rooms', { name: 'Attic' })).json()
    const { items } = await (await http.ask('GET', '/api/tracks?sort=new&limit=4')).json()
    for (const { id } of items) await http.ask('POST', `/api/rooms/${code}/streams`, { trackId: id })
    const page = await pageOf(browser, http)
    await page.goto(`/r/${code}`, { waitUntil: 'networkidle' })
    const rows = page.getByRole('tabpanel', { name: 'Up next' }).getByRole('listitem')
    await expect.poll(() => rows.count()).toBe(items.length)
    const inRow = () => page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? null)
    const second = await rows.nth(2).textContent()
    await rows
      .nth(1)
      .getByRole('button', { name: /^Remove/ })
      .focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => rows.count()).toBe(items.length - 1)
    await expect.poll(inRow).toBe(second)

    await page.mouse.click(5, 450)
    expect(await inRow()).toBe(null)
    const { queue } = await (await http.ask('GET', `/api/rooms/${code}`)).json()
    await http.ask('DELETE', `/api/rooms/${code}/streams/${queue[1].streamId}`)
    await expect.poll(() => rows.count()).toBe(items.length - 2)
    expect(await inRow()).toBe(null)
    await page.context().close()
  },
)
