import { randomUUID } from 'node:crypto'
import type { BrowserContextOptions, Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { faultsInAllLooks } from '@/tests/support/axe'
import { chromiumPath } from '@/tests/support/browser'
import { ownBrowser } from '@/tests/support/own-browser'

const baseUrl = inject('baseUrl')
const password = 'correct horse battery'

const browser = ownBrowser()
const failures: string[] = []

async function openPage(locale: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseUrl, locale, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  // React says here when a page is drawn otherwise in the browser than by the server.
  page.on('pageerror', (error) => failures.push(String(error)))
  return page
}

const languageOf = (page: Page) => page.locator('html').getAttribute('lang')

test.skipIf(!chromiumPath)('everyone reads the pages in their own language, and an account keeps it', async () => {
  const ines = await openPage('de-AT')
  // The page for no connection has no server to ask.
  await ines.goto('/offline.html')
  await ines.getByRole('heading', { name: 'Keine Verbindung zu Earshot' }).waitFor()
  await ines.goto('/register', { waitUntil: 'networkidle' })
  expect(await languageOf(ines)).toBe('de')
  const username = `u${randomUUID().slice(0, 8)}`
  await ines.getByLabel('Benutzername').fill(username)
  await ines.getByText('frei', { exact: true }).waitFor()
  await ines.getByLabel('E-Mail').fill(`${username}@home.example`)
  await ines.getByLabel('Passwort', { exact: true }).fill('short')
  await ines.getByRole('button', { name: 'Konto anlegen' }).click()
  // The server's own sentence, which is English.
  await ines.getByText('Mindestens 8 Zeichen.').waitFor()

  await ines.getByRole('button', { name: 'Sprache: Deutsch' }).click()
  await Promise.all([ines.waitForEvent('load'), ines.getByRole('menuitemradio', { name: 'English' }).click()])
  await ines.getByRole('heading', { name: 'Host your own room' }).waitFor()
  expect(await languageOf(ines)).toBe('en')
  await ines.waitForLoadState('networkidle')
  await ines.getByLabel('Username').fill(username)
  await ines.getByLabel('Email').fill(`${username}@home.example`)
  await ines.getByLabel('Password', { exact: true }).fill(password)
  await ines.getByRole('button', { name: 'Make the account' }).click()
  await ines.waitForURL((url) => url.pathname === '/')

  await ines.goto('/settings', { waitUntil: 'networkidle' })
  await Promise.all([ines.waitForEvent('load'), ines.getByRole('radio', { name: 'Deutsch' }).click()])
  await ines.getByRole('heading', { name: 'Einstellungen' }).waitFor()
  expect(await ines.getByRole('radio', { name: 'Deutsch' }).getAttribute('aria-checked')).toBe('true')

  // Another browser, in English until she is there.
  const laptop = await openPage('en-GB')
  await laptop.goto('/login', { waitUntil: 'networkidle' })
  await laptop.getByLabel('Email or username').fill(username)
  await laptop.getByLabel('Password', { exact: true }).fill(password)
  await laptop.keyboard.press('Enter')
  await laptop.getByRole('heading', { name: 'Deine Räume' }).waitFor()
  expect(await languageOf(laptop)).toBe('de')
  await laptop.context().close()
  await ines.context().close()
  expect(failures).toEqual([])
})

test.skipIf(!chromiumPath)('in one room two languages, and each hears of the other in their own', async () => {
  const host = await openPage('en-GB', { viewport: { width: 1440, height: 900 } })
  await host.goto('/register?next=%2F%3Fopen', { waitUntil: 'networkidle' })
  const username = `u${randomUUID().slice(0, 8)}`
  await host.getByLabel('Username').fill(username)
  await host.getByLabel('Email').fill(`${username}@home.example`)
  await host.getByLabel('Password', { exact: true }).fill(password)
  await host.getByRole('button', { name: 'Make the account' }).click()
  await host.getByRole('dialog').getByLabel('Name').fill('Friday kitchen')
  await host.keyboard.press('Enter')
  await host.waitForURL(/\/r\/[A-Z0-9]{6}$/)

  const guest = await openPage('de-DE', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  await guest.goto(host.url(), { waitUntil: 'networkidle' })
  await guest.getByLabel('Dein Name').fill('Leo')
  await guest.getByRole('button', { name: 'Beitreten und zuhören' }).click()
  await guest.getByText('2 hören zu').first().waitFor()
  await host.getByText('Leo joined').first().waitFor()

  await guest.getByRole('button', { name: 'Hinzufügen' }).click()
  await guest.getByPlaceholder('Titel oder Künstler').fill('zzzzzzqq')
  await guest.getByText('Bitte den Host, ihn hochzuladen.').waitFor()
  await guest.keyboard.press('Escape')
  await host.getByRole('button', { name: 'Room menu' }).click()
  await host.getByRole('menuitem', { name: 'Lock the room' }).click()
  await guest.getByText('Der Raum ist für neue Leute abgeschlossen').waitFor()
  expect(await guest.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await faultsInAllLooks(guest, [390])).toEqual([])
  await guest.context().close()
  await host.context().close()
  expect(failures).toEqual([])
})
