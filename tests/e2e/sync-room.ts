import { setTimeout as sleep } from 'node:timers/promises'
import type { APIResponse, Browser, BrowserContext, Page } from 'playwright'
import { PASSWORD } from '@/tests/support/http-browser'
import { askForProbe } from './sync-samples'

const LONG_MS = 10 * 60_000

export type Listener = {
  context: BrowserContext
  page: Page
  ask: (method: string, path: string, data?: unknown) => Promise<unknown>
}

/** Where a listener finds the product, and what is done to their page before it is opened. */
type Place = { baseUrl: string; prepare?: (page: Page) => Promise<unknown> }

/** A room with a few demo songs, heard by a signed-in host and by guests, each in a browser context of their own. */
export async function roomWithListeners(browser: Browser, hostAt: Place, guestsAt: Place[]) {
  const host = await newListener(browser, hostAt)
  await signUp(host)
  const { code } = (await host.ask('POST', '/api/rooms', { name: 'In step' })) as { code: string }
  const { items } = (await host.ask('GET', '/api/tracks?sort=new')) as { items: { id: string; durationMs: number }[] }
  // Longer ones are streamed, and not to the sample.
  const tracks = items.filter(({ durationMs }) => durationMs < LONG_MS)
  for (const { id } of tracks.slice(0, 3)) await host.ask('POST', `/api/rooms/${code}/streams`, { trackId: id })
  const listeners = [host]
  for (const [index, place] of guestsAt.entries()) {
    const guest = await newListener(browser, place)
    await guest.ask('POST', `/api/rooms/${code}/members`, { displayName: `Guest ${index + 1}` })
    listeners.push(guest)
  }
  for (const { page } of listeners) await startListening(page, code)
  const command = (action: string, positionMs?: number) =>
    host.ask('POST', `/api/rooms/${code}/playback`, { action, ...(positionMs === undefined ? {} : { positionMs }) })
  const add = (trackId: string) => host.ask('POST', `/api/rooms/${code}/streams`, { trackId })
  return { code, listeners, tracks, add, command }
}

async function newListener(browser: Browser, { baseUrl, prepare }: Place): Promise<Listener> {
  const context = await browser.newContext({ baseURL: baseUrl, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await askForProbe(page)
  await prepare?.(page)
  const headers = { origin: baseUrl }
  const ask = async (method: string, path: string, data?: unknown) =>
    body(await context.request.fetch(path, { method, headers, ...(data === undefined ? {} : { data }) }))
  return { context, page, ask }
}

async function body(response: APIResponse): Promise<unknown> {
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`)
  return response.json()
}

async function signUp({ context, ask }: Listener) {
  const username = `u${crypto.randomUUID().slice(0, 12)}`
  await ask('POST', '/api/users', { email: `${username}@example.org`, username, password: PASSWORD })
  const { csrfToken } = (await ask('GET', '/api/auth/csrf')) as { csrfToken: string }
  const form = { csrfToken, login: username, password: PASSWORD, json: 'true' }
  await body(await context.request.post('/api/auth/callback/credentials', { form }))
}

/** By the gate's button, unless the room listens already: a script's own look at the page may count as a gesture. */
async function startListening(page: Page, code: string) {
  await page.goto(`/r/${code}`)
  const gate = page.getByRole('button', { name: 'Start listening' }).first()
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    if (await page.evaluate(() => globalThis.earshotPlayer?.sounding() != null)) return
    if (await gate.isVisible()) await gate.click()
  }
  throw new Error('The room never began to listen.')
}
