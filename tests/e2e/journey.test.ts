import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { chromiumPath } from '@/tests/support/browser'
import { PASSWORD } from '@/tests/support/http-browser'
import { ownBrowser } from '@/tests/support/own-browser'
import { wavSong } from './journey-songs'
import { askForProbe } from './sync-samples'

const baseURL = inject('baseUrl')

const browser = ownBrowser()
const database = new pg.Client({ connectionString: inject('databaseUrl') })
beforeAll(() => database.connect())
afterAll(() => database.end())

async function newPage(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  await askForProbe(page)
  return page
}

test.skipIf(!chromiumPath)(
  'a host and a guest listen together, and the numbers move (navidrome#1551, #1708, feishin#352)',
  async () => {
    const song = `Balcony ${randomUUID().slice(0, 6)}`
    const host = await newPage({})
    await signUp(host)
    await upload(host, song)
    const code = await openRoom(host, 'Friday kitchen')
    await addSong(host, song)

    // The guest has six characters on a screen, and a phone.
    const guest = await newPage({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
    await guest.goto('/join', { waitUntil: 'networkidle' })
    await guest.getByLabel('Room code, six characters').pressSequentially(code.toLowerCase())
    await guest.getByLabel('Your name').fill('Ruth')
    await guest.getByRole('button', { name: 'Join and listen' }).click()
    await guest.getByRole('heading', { name: 'Friday kitchen' }).waitFor()
    await host.getByRole('listitem').filter({ hasText: 'Ruth' }).first().waitFor()

    // A song of the demo catalogue from the guest, and a vote for the host's.
    await guest.getByRole('button', { name: 'Add', exact: true }).click()
    await guest.getByRole('option').filter({ hasNotText: song }).first().click()
    await closeDialog(guest)
    await guest.getByRole('button', { name: `Upvote ${song}, 0 votes` }).click()
    await host.getByRole('button', { name: `Upvote ${song}, 1 vote` }).waitFor()
    await host.getByRole('region', { name: 'Queue' }).getByText('Ruth').first().waitFor()

    await host.getByRole('button', { name: 'Play for everyone' }).first().click()
    for (const page of [host, guest]) await untilHeardInStep(page)
    expect(await host.title()).toBe(`${song} in Friday kitchen · Earshot`)

    // The host sees how far the guest is off.
    await host
      .getByRole('listitem')
      .filter({ hasText: /Ruth.*(in step within|out of step by).*\d ms/s })
      .waitFor()

    // A page that goes away says with its last breath what was heard of a song that is not over.
    await host.waitForFunction(() => (globalThis.earshotPlayer?.sounding()?.positionMs ?? 0) > 4_000)
    await host.goto('/dashboard')
    await expect.poll(() => eventsOf(song), { timeout: 5_000 }).toEqual(['skip'])
    await host.getByRole('heading', { name: 'Likes got' }).waitFor()
    const totals = await host
      .getByRole('listitem')
      .filter({ hasText: /Likes got|Songs added/ })
      .allInnerTexts()
    expect(totals.map((text) => text.split('\n').slice(0, 2))).toEqual([
      ['Likes got', '1'],
      ['Songs added', '1'],
    ])
  },
)

/** Of the host: guests have no account. */
async function eventsOf(song: string): Promise<string[]> {
  const { rows } = await database.query(
    'SELECT a.event FROM "SongAnalytics" a JOIN "Track" t ON t.id = a."trackId" WHERE t.title = $1 AND a."userId" IS NOT NULL',
    [song],
  )
  return rows.map(({ event }) => event)
}

async function signUp(page: Page) {
  const username = `u${randomUUID().slice(0, 8)}`
  await page.goto('/register', { waitUntil: 'networkidle' })
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Email').fill(`${username}@home.example`)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.waitForURL((url) => url.pathname !== '/register')
}

async function upload(page: Page, song: string) {
  await page.goto('/upload', { waitUntil: 'networkidle' })
  await page
    .getByLabel('Choose songs to upload')
    .setInputFiles({ name: `${song}.wav`, mimeType: 'audio/wav', buffer: wavSong({ seconds: 90, hz: 220 }) })
  await page.getByText('Ready', { exact: true }).first().waitFor({ timeout: 90_000 })
  // Its file says nothing of its words. Who made it may, and take it back.
  const explicit = (pressed: boolean) => page.getByRole('button', { name: `Explicit: ${song}`, pressed })
  await explicit(false).click()
  await explicit(true).click()
  await explicit(false).waitFor()
}

/** Answers its code, as the invitation shows it. */
async function openRoom(page: Page, name: string): Promise<string> {
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Open a room' }).first().click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Open the room' }).click()
  await page.waitForURL(/\/r\/\w{6}$/)
  await page.getByRole('button', { name: 'Invite' }).first().click()
  const spoken = await page
    .getByRole('dialog')
    .getByText(/^Code /)
    .textContent()
  await closeDialog(page)
  return (spoken ?? '').replace('Code', '').replaceAll(' ', '')
}

async function addSong(page: Page, song: string) {
  await page.keyboard.press('/')
  // The list shows something else when fast fingers press enter.
  await page.getByRole('option').first().waitFor()
  await page.getByPlaceholder('Title or artist').fill(song)
  await page.keyboard.press('Enter')
  await page.getByText(`${song} is in.`).waitFor()
  await closeDialog(page)
}

async function closeDialog(page: Page) {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** The song leaves the speaker, and the header says so: a word on wide screens, a dot on phones. */
async function untilHeardInStep(page: Page) {
  await page.waitForFunction(() => globalThis.earshotPlayer?.sounding()?.positionMs != null)
  const pill = page.getByRole('button', { name: /In step/ }).filter({ visible: true })
  await pill.first().waitFor()
}
