import type { BrowserContextOptions, Page } from 'playwright'
import { inject } from 'vitest'
import type { Contexts } from '@/tests/support/browser'
import { signedInBrowser } from '@/tests/support/http-browser'

const baseURL = inject('baseUrl')

/** A room whose songs play, by its host over HTTP. */
export async function playingRoom() {
  const { browser: http } = await signedInBrowser(baseURL, undefined, { origin: baseURL })
  const { code } = await (await http.ask('POST', '/api/rooms', { name: 'Friday kitchen' })).json()
  const { items } = await (await http.ask('GET', '/api/tracks?sort=new&limit=4')).json()
  for (const { id } of items) await http.ask('POST', `/api/rooms/${code}/streams`, { trackId: id })
  await http.ask('POST', `/api/rooms/${code}/playback`, { action: 'play' })
  return { code: code as string, http, titles: items.map(({ title }: { title: string }) => title) as string[] }
}

export const ON_PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
} as const satisfies BrowserContextOptions

/** A guest's page in the room, in English or German, who came in by that button. */
export async function enter(
  browser: Contexts,
  code: string,
  name: string,
  press: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  await page.goto(`/r/${code}`, { waitUntil: 'networkidle' })
  await page.getByLabel(/^(Your name|Dein Name)$/).fill(name)
  await untilJoined(page, async () => {
    await page.getByRole('button', { name: press, exact: true }).click()
    await page.getByRole('tab', { name: /^(Up next|Als Nächstes)/ }).waitFor()
  })
  return page
}

/** The messages are asked for as soon as the socket has joined. */
export async function untilJoined(page: Page, enter: () => Promise<unknown>) {
  const messages = page.waitForResponse((answer) => answer.url().endsWith('/messages'))
  await enter()
  await messages
}

export async function say(page: Page, text: string) {
  const field = page.getByRole('textbox', { name: /^(Message the room|Nachricht an den Raum)$/ })
  await field.fill(text)
  await field.press('Enter')
}
