import type { Page } from 'playwright'
import sharp from 'sharp'
import { expect, inject, test } from 'vitest'
import { chromiumPath } from '@/tests/support/browser'
import { ownBrowser } from '@/tests/support/own-browser'
import { enter, ON_PHONE, playingRoom } from './party-room'

const baseURL = inject('baseUrl')

const browser = ownBrowser()

test('what a phone installs has a name, a way in, and icons of the sizes that it names', async () => {
  const page = await (await fetch(baseURL)).text()
  const [, address] = /<link rel="manifest" href="([^"]+)"/.exec(page) ?? []
  const manifest = await (await fetch(new URL(address ?? 'nothing', baseURL))).json()
  expect(manifest).toMatchObject({ name: 'Earshot', display: 'standalone', start_url: '/', scope: '/' })
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await fetch(new URL(src, baseURL))
    expect(answer.headers.get('content-type'), src).toBe(type)
    const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect(`${width}x${height}`, src).toBe(sizes)
  }
  expect(manifest.icons.some(({ purpose }: { purpose?: string }) => purpose === 'maskable')).toBe(true)
})

test.skipIf(!chromiumPath)('a phone stays awake from the first listening on, and a silent one sleeps', async () => {
  const { code } = await playingRoom()
  const phone = await enter(browser, code, 'Leo', 'Join without sound', ON_PHONE)
  const held = () => phone.evaluate(() => Reflect.get(window, 'held') as number)
  // Headless, nobody may hold the screen awake: what is asked for is counted, in the browser's own place.
  await phone.evaluate(() => {
    Object.assign(window, { held: 0 })
    const request = async () => {
      Object.assign(window, { held: Reflect.get(window, 'held') + 1 })
      const release = async () => void Object.assign(window, { held: Reflect.get(window, 'held') - 1 })
      return { released: false, release }
    }
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } })
  })
  expect(await held()).toBe(0)
  await phone.getByRole('button', { name: 'Listen here' }).filter({ visible: true }).click()
  await expect.poll(held).toBe(1)
  await phone.context().close()
})

test.skipIf(!chromiumPath)('a reaction stays at the same place of the song on every screen', async () => {
  const { code } = await playingRoom()
  const ines = await enter(browser, code, 'Ines', 'Join and listen')
  const leo = await enter(browser, code, 'Leo', 'Join and listen')
  // Until both know the room's clock: before that, nobody knows where in the song anything is.
  const time = (page: Page) => page.getByRole('slider', { name: /^Seek in/ }).getAttribute('aria-valuetext')
  for (const page of [ines, leo]) await expect.poll(() => time(page)).toMatch(/^(0:0[1-9]|0:[1-9]|[1-9])/)
  await ines
    .getByRole('button', { name: /^React: / })
    .first()
    .click()
  const placesOn = (page: Page) =>
    page
      .locator('.room-pip')
      .evaluateAll((pips) => pips.map((pip) => Number.parseFloat((pip as SVGElement).style.left)))
  const places = () => Promise.all([ines, leo].map(placesOn))
  await expect.poll(async () => (await places()).map(({ length }) => length)).toEqual([1, 1])
  const [[here = Number.NaN] = [], [there = Number.NaN] = []] = await places()
  // In percent of a song of a minute and a half.
  expect(here).toBeGreaterThan(0)
  expect(Math.abs(here - there)).toBeLessThan(0.1)
  await Promise.all([ines, leo].map((page) => page.context().close()))
})
