import type { BrowserContextOptions, Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { faultsInAllLooks } from '@/tests/support/axe'
import { chromiumPath } from '@/tests/support/browser'
import { signedInBrowser } from '@/tests/support/http-browser'
import { ownBrowser } from '@/tests/support/own-browser'

const baseURL = inject('baseUrl')

const browser = ownBrowser()

/** A room with the demo songs waiting, and its host. */
async function roomWithSongs() {
  const { browser: http } = await signedInBrowser(baseURL, undefined, { origin: baseURL })
  const { code } = await (await http.ask('POST', '/api/rooms', { name: 'Friday kitchen' })).json()
  const { items } = await (await http.ask('GET', '/api/tracks?sort=new&limit=8')).json()
  for (const { id } of items) await http.ask('POST', `/api/rooms/${code}/streams`, { trackId: id })
  return { code: code as string, http }
}

async function enter(code: string, name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  await page.goto(`/r/${code}`, { waitUntil: 'networkidle' })
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join and listen' }).click()
  await page.getByRole('tab', { name: 'Up next' }).waitFor()
  return page
}

test.skipIf(!chromiumPath)(
  'axe finds nothing in the room, on either theme and size, with what opens over it',
  async () => {
    const { code, http } = await roomWithSongs()
    await http.ask('POST', `/api/rooms/${code}/playback`, { action: 'play' })
    const page = await enter(code, 'Ines', { reducedMotion: 'reduce' })
    expect(await faultsInAllLooks(page, [768, 1440])).toEqual([])
    for (const key of ['/', '?']) {
      await page.keyboard.press(key)
      await page.getByRole('dialog').waitFor()
      expect(await faultsInAllLooks(page, [1440])).toEqual([])
      await page.keyboard.press('Escape')
    }
    await page.getByRole('button', { name: 'Invite' }).first().click()
    expect(await faultsInAllLooks(page, [1440])).toEqual([])
    await page.context().close()

    const onPhone = { viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: 'reduce' } as const
    const phone = await enter(code, 'Leo', onPhone)
    expect(await faultsInAllLooks(phone, [390])).toEqual([])
    await phone.getByRole('button', { name: /^Show what plays/ }).click()
    expect(await faultsInAllLooks(phone, [390])).toEqual([])
    await phone.context().close()
  },
)

test.skipIf(!chromiumPath)('what a listener may not do is not offered; a new moderator gets it at once', async () => {
  const { code, http } = await roomWithSongs()
  await http.ask('POST', `/api/rooms/${code}/playback`, { action: 'play' })
  const page = await enter(code, 'Priya')
  await page.getByText('can play and skip').waitFor()
  expect(await page.getByRole('button', { name: 'Skip', exact: true }).count()).toBe(0)
  // Connected: what happened before that is in the page, and no news.
  await page.getByText('In step').first().waitFor()

  const { members } = await (await http.ask('GET', `/api/rooms/${code}`)).json()
  const { memberId } = members.find((member: { displayName: string }) => member.displayName === 'Priya')
  await http.ask('PATCH', `/api/rooms/${code}/members/${memberId}`, { role: 'moderator' })
  await page.getByText('You are a moderator now').waitFor()
  await page.getByRole('button', { name: /^Skip/ }).click()
  await http.ask('DELETE', `/api/rooms/${code}/members/${memberId}`)
  await page.getByRole('heading', { name: 'You were taken out of this room' }).waitFor()
})

test.skipIf(!chromiumPath)(
  'the room is there again after the connection was away, with what happened meanwhile',
  async () => {
    const { code, http } = await roomWithSongs()
    const page = await enter(code, 'Sam')
    await page.context().setOffline(true)
    await page.getByText('Connection lost.').waitFor({ timeout: 40_000 })
    await http.ask('PATCH', `/api/rooms/${code}`, { name: 'Balcony' })
    await page.getByRole('tab', { name: 'Played' }).click()
    await page.getByText('This list did not come').waitFor()
    await page.keyboard.press('/')
    const failed = page.getByRole('dialog').getByText('No connection to the server')
    await failed.first().waitFor()
    await page.context().setOffline(false)
    await page.getByText('Connection lost.').waitFor({ state: 'detached' })
    // What failed meanwhile is asked again by itself.
    await failed.first().waitFor({ state: 'detached' })
    await page.getByRole('dialog').getByRole('option').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Balcony' }).waitFor()
    await page.getByText('This list did not come').waitFor({ state: 'detached' })
  },
)

test.skipIf(!chromiumPath)('a wrong code is met with the boxes for the right one', async () => {
  const page = await (await browser.newContext({ baseURL })).newPage()
  await page.goto('/r/ZZZZZZ', { waitUntil: 'networkidle' })
  await page.getByRole('heading', { name: 'No room has this code' }).waitFor()
  const { code } = await roomWithSongs()
  await page.getByLabel('Room code, six characters').pressSequentially(code)
  await page.getByRole('button', { name: 'Join and listen' }).waitFor()
})
