import { randomUUID } from 'node:crypto'
import type { BrowserContextOptions, Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { faultsInAllLooks } from '@/tests/support/axe'
import { chromiumPath } from '@/tests/support/browser'
import { ownBrowser } from '@/tests/support/own-browser'

const baseUrl = inject('baseUrl')
const password = 'correct horse battery'

const browser = ownBrowser()

const onDesktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }
const onPhone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

async function openPage(options: BrowserContextOptions = onDesktop): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseUrl, ...options })
  return context.newPage()
}

async function signUp(page: Page, next = '/'): Promise<string> {
  const username = `u${randomUUID().slice(0, 8)}`
  await page.goto(`/register?next=${encodeURIComponent(next)}`, { waitUntil: 'networkidle' })
  await page.getByLabel('Username').fill(`${username} 🎉`)
  await page.getByText('Letters, digits, dot, dash and underscore only.').waitFor()
  await page.getByLabel('Username').fill(username)
  await page.getByText('free', { exact: true }).waitFor()
  await page.getByLabel('Email').fill(`${username}@home.example`)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.waitForURL((url) => url.pathname !== '/register')
  return username
}

test.skipIf(!chromiumPath)('axe finds nothing on the pages for everybody, on either theme and size', async () => {
  const page = await openPage({ reducedMotion: 'reduce' })
  for (const path of ['/', '/login', '/register', '/join', '/nowhere', '/docs/api', '/offline.html'])
    expect(await faultsOn(page, path)).toEqual([])
  await page.context().close()
})

test.skipIf(!chromiumPath)('axe finds nothing on the pages of an account', async () => {
  const page = await openPage({ reducedMotion: 'reduce' })
  await signUp(page)
  // The longest names that fit, of a person, an artist and a room that has had a song.
  const send = async (method: string, path: string, data?: unknown) =>
    (await page.request.fetch(path, { method, data, headers: { origin: baseUrl } })).json()
  await send('PATCH', '/api/me', { displayName: 'M'.repeat(40) })
  await send('PATCH', '/api/me/preferences', { favoriteArtists: ['M'.repeat(255)] })
  const { code } = await send('POST', '/api/rooms', { name: 'M'.repeat(60), isPublic: true })
  const [{ id: trackId }] = (await send('GET', '/api/tracks?limit=1')).items
  await send('POST', `/api/rooms/${code}/streams`, { trackId })
  for (const path of ['/', '/dashboard', '/upload', '/settings', `/track/${trackId}`, '/track/nowhere'])
    expect(await faultsOn(page, path)).toEqual([])
  await page.context().close()
})

async function faultsOn(page: Page, path: string): Promise<string[]> {
  await page.goto(path, { waitUntil: 'networkidle' })
  return faultsInAllLooks(page, [390, 1440])
}

test.skipIf(!chromiumPath)('an account whose way in was lost is entered by trying again', async () => {
  const page = await openPage()
  await page.route('**/api/auth/csrf', (route) => route.abort(), { times: 1 })
  await page.goto('/register', { waitUntil: 'networkidle' })
  await page.getByLabel('Username').fill(`u${randomUUID().slice(0, 8)}`)
  await page.getByLabel('Email').fill(`${randomUUID()}@home.example`)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByText('No connection to the server.').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Your rooms' }).waitFor()
  await page.context().close()
})

test.skipIf(!chromiumPath)('what is missing to sign in gets the focus, and a complaint goes as one types', async () => {
  const page = await openPage()
  await page.goto('/login', { waitUntil: 'networkidle' })
  const complaint = page.getByText('Type your email or username, and your password.')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await complaint.waitFor()
  await page.keyboard.type('maya')
  expect(await page.getByLabel('Email or username').inputValue()).toBe('maya')
  expect(await complaint.count()).toBe(0)
  await page.keyboard.press('Enter')
  await complaint.waitFor()
  await page.keyboard.type('x')
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('x')
  await page.context().close()
})

test.skipIf(!chromiumPath)('"back" from a room that was just opened leads to where one came from', async () => {
  const page = await openPage()
  await signUp(page, '/search')
  await page.getByRole('searchbox').waitFor()
  await page.goto('/?open', { waitUntil: 'networkidle' })
  await page.getByRole('dialog').getByLabel('Name').fill('Friday kitchen')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/r\/[A-Z0-9]{6}$/)
  await page.goBack()
  await page.waitForURL('**/search')
  await page.context().close()
})

test.skipIf(!chromiumPath)('a pasted code that no room has gets a sentence, and one that exists leads in', async () => {
  const host = await openPage()
  await signUp(host, '/?open')
  await host.getByRole('dialog').getByLabel('Name').fill('Friday kitchen')
  await host.keyboard.press('Enter')
  await host.waitForURL(/\/r\/[A-Z0-9]{6}$/)
  const code = host.url().slice(-6)

  const guest = await openPage(onPhone)
  await guest.goto('/', { waitUntil: 'networkidle' })
  const field = guest.getByLabel('Room code, six characters')
  await field.fill('222222')
  await guest.getByText('No room has the code 222222. Check the last character with the host.').waitFor()
  await field.fill(`${code.slice(0, 3)}-${code.slice(3)}`.toLowerCase())
  await guest.waitForURL(new RegExp(`/r/${code}$`))
  await host.context().close()
  await guest.context().close()
})

test.skipIf(!chromiumPath)('a page of an account asks for it, and leads back afterwards', async () => {
  const page = await openPage()
  const username = await signUp(page)
  await page.getByRole('button', { name: /your account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in' }).waitFor()

  await page.goto('/settings')
  await page.waitForURL('**/login?next=%2Fsettings')
  await page.waitForLoadState('networkidle')
  await page.getByLabel('Email or username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill('not the one')
  await page.keyboard.press('Enter')
  await page.getByText('That name and password do not match. 4 tries left.').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/settings')
  await page.getByText('This browser').waitFor()
  await page.context().close()
})

test.skipIf(!chromiumPath)('a chosen theme is in the page as it arrives, without a script', async () => {
  const page = await openPage({ ...onDesktop, colorScheme: 'light' })
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Theme' }).click()
  const html = await (await page.request.get('/')).text()
  expect(html).toContain('data-theme="dark"')
  await page.context().close()
})

test.skipIf(!chromiumPath)('what is there to be copied is copied without TLS too', async () => {
  const page = await openPage()
  // As a browser has it on http://192.168.1.7.
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.goto('/docs/api', { waitUntil: 'networkidle' })
  await page
    .getByRole('button', { name: /^Copy: / })
    .first()
    .click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Copy the command' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const field = page.getByLabel('Room code, six characters')
  await field.focus()
  await page.keyboard.press('ControlOrMeta+V')
  await expect.poll(() => field.inputValue()).toMatch(/^n/i)
  await page.context().close()
})
