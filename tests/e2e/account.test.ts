import sharp from 'sharp'
import { expect, inject, test } from 'vitest'
import { faultsInAllLooks } from '@/tests/support/axe'
import { chromiumPath } from '@/tests/support/browser'
import { signedInBrowser } from '@/tests/support/http-browser'
import { ownBrowser } from '@/tests/support/own-browser'
import { pageOf } from './page-of'

const baseUrl = inject('baseUrl')

const browser = ownBrowser()

test.skipIf(!chromiumPath)(
  'a picture and a new name show in a room, and the account ends with its password',
  async () => {
    const { browser: http, username } = await signedInBrowser(baseUrl)
    const { browser: phone } = await signedInBrowser(baseUrl, username)
    const room = await (await http.ask('POST', '/api/rooms', { name: 'Attic' })).json()
    const page = await pageOf(browser, http)
    await page.goto('/settings', { waitUntil: 'networkidle' })
    const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#2a8' } })
      .png()
      .toBuffer()
    const choose = page.locator('input[type=file]')
    await choose.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
    await page.getByText('This is no picture that Earshot can read.').waitFor()
    await choose.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: picture })
    await page.getByRole('button', { name: 'Another picture' }).waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Ruth')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('You are Ruth now').waitFor()
    const elsewhere = await (await phone.ask('GET', '/dashboard')).text()
    expect(elsewhere).toContain('Your numbers, Ruth')
    expect(elsewhere).not.toContain('Maya')
    const { members } = await (await http.ask('GET', `/api/rooms/${room.code}`)).json()
    expect(members).toMatchObject([{ displayName: 'Ruth', avatarUrl: expect.stringMatching(/^\/media\/avatars\//) }])
    expect((await http.ask('GET', members[0].avatarUrl)).headers.get('content-type')).toBe('image/webp')

    // Typed faster than one is saved; what is refused can be mended.
    const genre = page.getByRole('combobox', { name: 'Genres' }).or(page.getByRole('textbox', { name: 'Genres' }))
    for (const name of ['a1', 'b2', 'c3', 'bad\u202e']) {
      await genre.fill(name)
      await genre.press('Enter')
    }
    await expect.poll(() => genre.inputValue()).toBe('bad\u202e')
    const genres = page.getByRole('list', { name: 'Genres' }).getByRole('listitem')
    expect(await genres.allInnerTexts()).toEqual(['a1', 'b2', 'c3'])
    const kept = await http.call('get', '/api/me/preferences')
    expect(kept).toMatchObject({ value: { favoriteGenres: ['a1', 'b2', 'c3'] } })

    // What went wrong in a dialog is gone as soon as one types on, and when it is closed.
    const changeAddress = page.getByRole('button', { name: 'Change your address' })
    const wrong = page.getByText('That is no email address.')
    await changeAddress.click()
    await page.getByLabel('New address').fill('nobody')
    await page.keyboard.press('Enter')
    await wrong.waitFor()
    await page.getByLabel('New address').press('x')
    await wrong.waitFor({ state: 'detached' })
    await page.getByLabel('Password until now').press('Enter')
    await wrong.waitFor()
    expect(await page.getByLabel('New address').evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await changeAddress.click()
    expect(await wrong.count()).toBe(0)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Delete the account' }).click()
    await page.getByRole('textbox', { name: 'Your password' }).fill('not this one')
    await page.keyboard.press('Enter')
    await page.getByText('That is not your password. 4 tries left.').waitFor()
    expect(await faultsInAllLooks(page, [1440])).toEqual([])
    await page.getByRole('textbox', { name: 'Your password' }).fill('kitchen at midnight')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${baseUrl}/`)
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    expect((await page.request.get(`/api/rooms/${room.code}/preview`)).status()).toBe(409)
    await page.context().close()
  },
)
