import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { chromiumPath } from '@/tests/support/browser'
import { guestIn } from '@/tests/support/http-rooms'
import { ownBrowser } from '@/tests/support/own-browser'
import { enter, ON_PHONE, playingRoom } from './party-room'

const browser = ownBrowser()

const tab = (phone: Page, name: string) =>
  phone.getByRole('navigation', { name: 'Room' }).getByRole('button', { name: new RegExp(`^${name}`) })

/** How many pages there are to go back to. */
const depthOf = (phone: Page) => phone.evaluate(() => navigation.currentEntry?.index)

/** Whole, and not scrolled out of the dialog that it is in. */
const isInSight = (element: Locator) =>
  element.evaluate((one) => {
    const [inner, outer] = [one.getBoundingClientRect(), one.closest('[role="dialog"]')?.getBoundingClientRect()]
    return outer !== undefined && inner.top >= outer.top && inner.bottom <= Math.min(outer.bottom, innerHeight)
  })

test.skipIf(!chromiumPath)('on a phone Back closes what is open, and only then leaves the room', async () => {
  const { code, http } = await playingRoom()
  const phone = await enter(browser, code, 'Leo', 'Join and listen', ON_PHONE)
  const dialog = phone.getByRole('dialog')
  const room = await depthOf(phone)
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
  await expect.poll(() => depthOf(phone)).toBe(room)

  // To a question over a sheet it is a no, and the sheet stays.
  const { members } = await (await http.ask('GET', `/api/rooms/${code}`)).json()
  const { memberId } = members.find(({ displayName }: { displayName: string }) => displayName === 'Leo')
  await http.ask('PATCH', `/api/rooms/${code}/members/${memberId}`, { role: 'moderator' })
  await guestIn(code, 'Jonas')
  await tab(phone, 'People').tap()
  await dialog.getByRole('button', { name: 'What to do with Jonas' }).tap()
  await phone.getByRole('menuitem', { name: 'Take out of the room' }).tap()
  const question = phone.getByRole('dialog', { name: 'Take Jonas out of the room?' })
  await question.waitFor()
  await phone.goBack()
  await question.waitFor({ state: 'detached' })
  await dialog.getByText('Jonas').waitFor()
  await phone.goBack()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => depthOf(phone)).toBe(room)

  // Closed otherwise, nothing is left to go back through; one that opens another takes its place.
  await tab(phone, 'Add').tap()
  await dialog.getByRole('button', { name: 'Close' }).tap()
  await expect.poll(() => depthOf(phone)).toBe(room)
  await tab(phone, 'People').tap()
  await dialog.getByRole('button', { name: 'Invite' }).tap()
  await phone.getByRole('img', { name: 'QR code that opens the room' }).waitFor()
  await phone.goBack()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => depthOf(phone)).toBe(room)

  // A reload closes what was open.
  expect(await phone.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true)
  await phone.getByRole('button', { name: /^Show what plays/ }).tap()
  await phone.getByRole('button', { name: 'Back to the queue' }).waitFor()
  await phone.reload()
  await expect.poll(() => depthOf(phone)).toBe(room)
  await phone.context().close()
})

test.skipIf(!chromiumPath)('a phone keeps what is being written, and the field that it is written in', async () => {
  const { code, http } = await playingRoom()
  // A door higher than the phone: the button is at its end.
  const phone = await enter(browser, code, 'Leo', 'Join without sound', {
    ...ON_PHONE,
    viewport: { width: 360, height: 640 },
  })
  expect(await phone.evaluate(() => scrollY)).toBe(0)
  const room = await depthOf(phone)

  const field = phone.getByRole('dialog').getByRole('textbox', { name: 'Message the room' })
  const hasFocus = () => field.evaluate((element) => element === document.activeElement)
  await tab(phone, 'Chat').tap()
  await field.tap()
  await phone.keyboard.type('Louder')
  await phone.goBack()
  await field.waitFor({ state: 'detached' })
  await tab(phone, 'Chat').tap()
  await expect.poll(() => field.inputValue()).toBe('Louder')
  await field.tap()
  await phone.getByRole('button', { name: 'Send', exact: true }).filter({ visible: true }).tap()
  await phone.getByRole('log').getByText('Louder').filter({ visible: true }).waitFor()
  expect([await field.inputValue(), await hasFocus()]).toEqual(['', true])

  // Too much is not cut: it stays until enough of it is gone.
  const long = `${'w'.repeat(490)} and the rest`
  await field.fill(long)
  await phone.getByText('3 characters too many').filter({ visible: true }).waitFor()
  await field.press('Enter')
  expect(await field.inputValue()).toBe(long)
  for (let key = 0; key < 3; key++) await field.press('Backspace')
  await phone.getByText('0 characters left').filter({ visible: true }).waitFor()
  await field.press('Enter')
  await expect.poll(() => field.inputValue()).toBe('')

  // Whoever is sent away with something open goes back as from the room.
  expect(await depthOf(phone)).toBe((room ?? 0) + 1)
  const { members } = await (await http.ask('GET', `/api/rooms/${code}`)).json()
  const { memberId } = members.find(({ displayName }: { displayName: string }) => displayName === 'Leo')
  await http.ask('DELETE', `/api/rooms/${code}/members/${memberId}`)
  await phone.getByRole('heading', { name: 'You were taken out of this room' }).waitFor()
  await expect.poll(() => depthOf(phone)).toBe(room)
  await phone.context().close()
})

test.skipIf(!chromiumPath)(
  'on a phone on its side the square for cameras is in sight, also beside what scrolls',
  async () => {
    const { code } = await playingRoom()
    const across = { ...ON_PHONE, viewport: { width: 844, height: 390 } }
    const phone = await enter(browser, code, 'Ines', 'Join without sound', across)
    await phone.getByRole('button', { name: 'Invite' }).first().click()
    const square = phone.getByRole('img', { name: 'QR code that opens the room' })
    await expect.poll(() => isInSight(square)).toBe(true)
    await phone.getByText('On a television open').scrollIntoViewIfNeeded()
    await expect.poll(() => isInSight(square)).toBe(true)
    await phone.context().close()
  },
)
