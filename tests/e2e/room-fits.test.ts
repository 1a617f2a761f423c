import type { Locator, Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { chromiumPath } from '@/tests/support/browser'
import { ownBrowser } from '@/tests/support/own-browser'
import { enter, ON_PHONE, playingRoom, say } from './party-room'

const baseURL = inject('baseUrl')

const browser = ownBrowser()

/** Of the page, which a phone zooms out of when it is wider than the phone. */
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)
const { width: PHONE } = ON_PHONE.viewport

/** Whether a finger in the middle of it meets it, and nothing that lies over it. */
const isMet = (element: Locator) =>
  element.evaluate((wanted) => {
    const { x, y, width, height } = wanted.getBoundingClientRect()
    return wanted.contains(document.elementFromPoint(x + width / 2, y + height / 2))
  })

test.skipIf(!chromiumPath)('a long name fits the door, the room and a screen on its side', async () => {
  const { code, http } = await playingRoom()
  await http.ask('PATCH', `/api/rooms/${code}`, { name: `Geburtstagsüberraschungsparty${'n'.repeat(30)}` })
  const context = await browser.newContext({ baseURL, ...ON_PHONE })
  const door = await context.newPage()
  await door.goto(`/r/${code}`, { waitUntil: 'networkidle' })
  expect(await widthOf(door)).toBe(PHONE)
  await context.close()

  const phone = await enter(browser, code, 'محمد عبد الرحمن صاحب الاسم الطويل جدا', 'Join without sound', ON_PHONE)
  expect(await widthOf(phone)).toBe(PHONE)
  await phone.context().close()

  // The layer that carries the instant is as wide as the wave, and what is cut of it as it moves would count as wide.
  await http.ask('POST', `/api/rooms/${code}/playback`, { action: 'pause' })
  await http.ask('POST', `/api/rooms/${code}/playback`, { action: 'seek', positionMs: 0 })
  for (const viewport of [
    { width: 1080, height: 1920 },
    { width: 390, height: 844 },
  ]) {
    const screen = await (await browser.newContext({ baseURL, viewport })).newPage()
    await screen.goto(`/r/${code}/screen`, { waitUntil: 'networkidle' })
    await screen.getByRole('button', { name: 'Show the room' }).click()
    const button = screen.getByRole('button', { name: 'Play the sound here' })
    await button.waitFor()
    expect(await screen.evaluate(() => document.querySelector('.big-screen')?.scrollWidth)).toBe(viewport.width)
    const [controls, letters] = [
      await button.boundingBox(),
      await screen.getByText(code.slice(0, 3)).last().boundingBox(),
    ]
    expect(controls?.y).toBeGreaterThanOrEqual((letters?.y ?? 0) + (letters?.height ?? 0))
    await screen.context().close()
  }
})

test.skipIf(!chromiumPath)(
  'on a phone each button that can be tapped is seen, and is the one that was meant',
  async () => {
    const { code, http, titles } = await playingRoom()
    const phone = await enter(browser, code, 'Leo', 'Join without sound', ON_PHONE)
    const bins = phone.getByRole('button', { name: /^Take .+ out of the queue$/ })
    expect(await bins.count()).toBe(0)
    const { members } = await (await http.ask('GET', `/api/rooms/${code}`)).json()
    const { memberId } = members.find(({ displayName }: { displayName: string }) => displayName === 'Leo')
    await http.ask('PATCH', `/api/rooms/${code}/members/${memberId}`, { role: 'moderator' })
    await expect.poll(() => bins.count()).toBe(titles.length - 1)
    for (const bin of await bins.all()) {
      expect((await bin.boundingBox())?.width).toBeGreaterThanOrEqual(32)
      expect(await bin.evaluate((element) => getComputedStyle(element).opacity)).toBe('1')
    }

    await phone.getByRole('button', { name: /^Chat/ }).click()
    for (const text of ['one', 'two', 'three']) await say(phone, text)
    const log = phone.getByRole('log', { name: 'Chat' })
    await log.getByText('three').waitFor()
    const menus = log.getByRole('button', { name: 'What to do with my message' })
    const seen = async () => (await Promise.all((await menus.all()).map(isMet))).filter(Boolean).length
    expect(await seen()).toBe(0)
    await log.getByText('two').tap()
    await expect.poll(seen).toBe(1)
    await menus.nth(1).tap()
    await phone.getByRole('menuitem', { name: 'Delete for everyone' }).tap()
    await expect.poll(() => log.getByText(/^(one|two|three)$/).allTextContents()).toEqual(['one', 'three'])
    await phone.context().close()
  },
)

test.skipIf(!chromiumPath)('a search that fails is asked once, says so, and is asked again on demand', async () => {
  const { code } = await playingRoom()
  const page = await enter(browser, code, 'Ines', 'Join without sound')
  let asked = 0
  const error = { code: 'internal', message: 'Something broke on our side. Nothing was changed. Try again.' }
  await page.route('**/api/search**', (route) => {
    asked++
    return route.fulfill({ status: 500, json: { error } })
  })
  await page.getByRole('button', { name: 'Add a song' }).first().click()
  await page.keyboard.type('glass')
  await page.getByText('The search did not answer').waitFor()
  await page.waitForTimeout(500)
  expect(asked).toBe(1)
  await page.unroute('**/api/search**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('The search did not answer').waitFor({ state: 'detached' })
  await page.context().close()
})
