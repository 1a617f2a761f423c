import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { chromiumPath, launchBrowser } from '@/tests/support/browser'

const baseUrl = inject('baseUrl')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const password = 'correct horse battery'

let browser: Browser
beforeAll(async () => {
  if (chromiumPath) browser = await launchBrowser()
})
afterAll(() => browser?.close())

const onDesktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }
const onPhone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

async function openPage(options: BrowserContextOptions = onDesktop): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseUrl, ...options })
  return context.newPage()
}

/** What axe finds, and how far the page is wider than the screen. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    const wider = document.documentElement.scrollWidth - window.innerWidth
    return [
      ...violations.map(({ id, nodes }) => `${location.pathname}: ${id} ${nodes[0]?.html ?? ''}`),
      ...(wider > 0 ? [`${location.pathname}: ${wider} px wider than the screen`] : []),
    ]
  })
}

async function signUp(page: Page, next = '/'): Promise<string> {
  const username = `u${randomUUID().slice(0, 8)}`
  await page.goto(`/register?next=${encodeURIComponent(next)}`, { waitUntil: 'networkidle' })
  await page.getByLabel('Username').fill(username)
  await page.getByText('free', { exact: true }).waitFor()
  await page.getByLabel('Email').fill(`${username}@home.example`)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.waitForURL((url) => url.pathname !== '/register')
  return username
}

test.skipIf(!chromiumPath)('axe finds nothing on the pages for everybody, on either theme and size', async () => {
  const paths = ['/', '/login', '/register', '/join', '/nowhere']
  for (const size of [onDesktop, onPhone])
    for (const colorScheme of ['dark', 'light'] as const) {
      const page = await openPage({ ...size, colorScheme })
      for (const path of paths) expect(await faultsOf(page, path)).toEqual([])
      await page.context().close()
    }
})

test.skipIf(!chromiumPath)('axe finds nothing on the pages of an account', async () => {
  const page = await openPage(onPhone)
  await signUp(page)
  for (const size of [onPhone, onDesktop]) {
    await page.setViewportSize(size.viewport ?? { width: 390, height: 844 })
    for (const path of ['/', '/dashboard', '/upload', '/settings']) expect(await faultsOf(page, path)).toEqual([])
  }
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
