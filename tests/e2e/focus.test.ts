import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { chromiumPath } from '@/tests/support/browser'
import { signedInBrowser } from '@/tests/support/http-browser'
import { ownBrowser } from '@/tests/support/own-browser'
import { pageOf } from './page-of'

const baseURL = inject('baseUrl')

const browser = ownBrowser()

/** Without sound. A browser that may play by itself is not always asked. */
async function enter(page: Page, code: string) {
  const silently = page.getByRole('button', { name: 'Take part without sound' })
  await page.addLocatorHandler(silently, () => silently.click())
  await page.goto(`/r/${code}`)
  await page.getByRole('tab', { name: 'Up next' }).click()
}

const focusedName = (page: Page) =>
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
  await expect.poll(() => focusedName(page)).not.toBe('BODY')
  const hasField = await page
    .getByRole('combobox', { name: 'Genres' })
    .evaluate((field) => document.activeElement?.contains(field))
  expect(hasField).toBe(true)

  await page.getByRole('button', { name: /^End / }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByText(/is signed out/).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Sign out')
  await page.context().close()
})

test.skipIf(!chromiumPath)('a song that one removes leaves the focus in the queue, and a click its own', async () => {
  const { browser: http } = await signedInBrowser(baseURL, undefined, { origin: baseURL })
  const { code } = await (await http.ask('POST', '/api/rooms', { name: 'Attic' })).json()
  const { items } = await (await http.ask('GET', '/api/tracks?sort=new&limit=5')).json()
  for (const { id } of items) await http.ask('POST', `/api/rooms/${code}/streams`, { trackId: id })
  const page = await pageOf(browser, http)
  await enter(page, code)
  const rows = page.getByRole('tabpanel').getByRole('listitem')
  await expect.poll(() => rows.count()).toBe(items.length)
  const bin = (at: number) => rows.nth(at).getByRole('button', { name: /out of the queue$/ })
  const inRow = () => page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? null)
  const after = await rows.nth(2).textContent()
  await bin(1).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => rows.count()).toBe(items.length - 1)
  await expect.poll(inRow).toBe(after)

  // By pointer it goes to the list: the next key pauses, rather than removing one more.
  await rows.nth(0).hover()
  await bin(0).click()
  await expect.poll(() => rows.count()).toBe(items.length - 2)
  await expect.poll(() => focusedName(page)).not.toBe('BODY')
  expect(await inRow()).toBe(null)

  // Whoever clicked elsewhere is not fetched back.
  await bin(0).focus()
  await page.mouse.click(5, 450)
  expect(await focusedName(page)).toBe('BODY')
  const { queue } = await (await http.ask('GET', `/api/rooms/${code}`)).json()
  await http.ask('DELETE', `/api/rooms/${code}/streams/${queue[0].streamId}`)
  await expect.poll(() => rows.count()).toBe(items.length - 3)
  expect(await focusedName(page)).toBe('BODY')
  await page.context().close()
})

test.skipIf(!chromiumPath)('what opens over the room gives the focus back, however far one went in it', async () => {
  const { browser: http } = await signedInBrowser(baseURL, undefined, { origin: baseURL })
  const { code } = await (await http.ask('POST', '/api/rooms', { name: 'Attic' })).json()
  const page = await pageOf(browser, http, { viewport: { width: 390, height: 844 } })
  await enter(page, code)
  const openers = [
    { opener: page.getByRole('button', { name: 'People' }), steps: 7 },
    { opener: page.getByRole('button', { name: /^Sync/ }).first(), steps: 2 },
  ]
  for (const { opener, steps } of openers) {
    await opener.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    for (let i = 0; i < steps; i++) await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect
      .poll(() => opener.evaluate((button) => button === document.activeElement), { message: `${opener}` })
      .toBe(true)
  }
  await page.context().close()
})

test.skipIf(!chromiumPath)('a song that one puts into a room by keys leaves the focus where it was', async () => {
  const { browser: http } = await signedInBrowser(baseURL, undefined, { origin: baseURL })
  await http.ask('POST', '/api/rooms', { name: 'Attic' })
  const page = await pageOf(browser, http)
  await page.goto('/', { waitUntil: 'networkidle' })
  await page
    .getByRole('button', { name: /^Add .+ to Attic$/ })
    .first()
    .focus()
  const before = await focusedName(page)
  await page.keyboard.press('Enter')
  await page.getByText(/ is in Attic$/).waitFor()
  expect(await focusedName(page)).toBe(before)
  await page.context().close()
})
