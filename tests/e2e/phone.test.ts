import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, launchBrowser } from '@/tests/support/browser'
import { enter, ON_PHONE, playingRoom } from './party-room'

let browser: Browser
beforeAll(async () => {
  if (chromiumPath) browser = await launchBrowser()
})
afterAll(() => browser?.close())

const tab = (phone: Page, name: string) =>
  phone.getByRole('navigation', { name: 'Room' }).getByRole('button', { name: new RegExp(`^${name}`) })

test.skipIf(!chromiumPath)('on a phone Back closes what is open, and only then leaves the room', async () => {
  const { code, http } = await playingRoom()
  const phone = await enter(browser, code, 'Leo', 'Join and listen', ON_PHONE)
  const dialog = phone.getByRole('dialog')
  const depth = () => phone.evaluate(() => navigation.currentEntry?.index)
  const room = await depth()
  await phone.evaluate(() => Object.assign(window, { isSamePage: true }))

  for (const name of ['Add', 'People', 'Chat']) {
    await tab(phone, name).tap()
    await dialog.waitFor()
    await phone.goBack()
    await dialog.waitFor({ state: 'detached' })
  }
  // What plays, and a card over it: one after the other.
  await phone.getByRole('button', { name: /^Show what plays/ }).tap()
  await phone.getByRole('button', { name: /^Sync: / }).tap()
  await dialog.waitFor()
  await phone.goBack()
  await dialog.waitFor({ state: 'detached' })
  await phone.getByRole('button', { name: 'Back to the queue' }).waitFor()
  await phone.goBack()
  await tab(phone, 'Add').waitFor()
  await expect.poll(depth).toBe(room)

  // Closed otherwise, nothing is left to go back through; one that opens another takes its place.
  await tab(phone, 'Add').tap()
  await dialog.getByRole('button', { name: 'Close' }).tap()
  await expect.poll(depth).toBe(room)
  await tab(phone, 'People').tap()
  await dialog.getByRole('button', { name: 'Invite' }).tap()
  await phone.getByRole('img', { name: 'QR code that opens the room' }).waitFor()
  await phone.goBack()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(depth).toBe(room)

  // A reload closes what was open.
  expect(await phone.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true)
  await phone.getByRole('button', { name: /^Show what plays/ }).tap()
  await phone.getByRole('button', { name: 'Back to the queue' }).waitFor()
  await phone.reload()
  await tab(phone, 'Add').waitFor()
  await expect.poll(depth).toBe(room)

  // So does the end of one's stay.
  await tab(phone, 'People').tap()
  await dialog.waitFor()
  const { members } = await (await http.ask('GET', `/api/rooms/${code}`)).json()
  const { memberId } = members.find(({ displayName }: { displayName: string }) => displayName === 'Leo')
  await http.ask('DELETE', `/api/rooms/${code}/members/${memberId}`)
  await phone.getByRole('heading', { name: 'You were taken out of this room' }).waitFor()
  await expect.poll(depth).toBe(room)
  await phone.context().close()
})
