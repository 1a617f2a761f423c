import pg from 'pg'
import type { BrowserContextOptions, Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { faultsInAllLooks, untilAtRest } from '@/tests/support/axe'
import { chromiumPath } from '@/tests/support/browser'
import { type HttpBrowser, signedInBrowser } from '@/tests/support/http-browser'
import { ownBrowser } from '@/tests/support/own-browser'
import { untilTimersRan } from '@/tests/support/timers-ran'
import { dragByFinger } from '@/tests/support/touch'

const baseURL = inject('baseUrl')

const browser = ownBrowser()

async function newPage(options: BrowserContextOptions = {}) {
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({ baseURL, viewport, reducedMotion: 'reduce', ...options })
  return context.newPage()
}

/** A room with songs that wait, and its host's page in it. */
async function hostWithSongs() {
  const { browser: http } = await signedInBrowser(baseURL, undefined, { origin: baseURL })
  const { code } = await (await http.ask('POST', '/api/rooms', { name: 'Friday kitchen' })).json()
  const { items } = await (await http.ask('GET', '/api/tracks?sort=new&limit=5')).json()
  for (const { id } of items) await http.ask('POST', `/api/rooms/${code}/streams`, { trackId: id })
  return { code: code as string, http, host: await pageOfHost(http, code) }
}

async function pageOfHost(http: HttpBrowser, code: string, options: BrowserContextOptions = {}) {
  const page = await newPage(options)
  await page.context().addCookies([...http.cookies].map(([name, value]) => ({ name, value, url: baseURL })))
  // A browser that may play by itself is not always asked.
  const silently = page.getByRole('button', { name: 'Take part without sound' })
  await page.addLocatorHandler(silently, () => silently.click())
  await page.goto(`/r/${code}`)
  return page
}

async function guest(code: string, name: string): Promise<Page> {
  const page = await newPage()
  await page.goto(`/r/${code}`)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join and listen' }).click()
  await page.getByRole('tab', { name: 'Up next' }).waitFor()
  return page
}

const titles = (page: Page) =>
  page
    .getByRole('tabpanel', { name: /Up next/ })
    .locator('li div[title].font-medium')
    .allInnerTexts()

test.skipIf(!chromiumPath)(
  'the host changes the order by keys and finger, people skip by vote, and who is banned is out until let back in',
  async () => {
    const { code, http, host } = await hostWithSongs()
    const [ines, kim] = [await guest(code, 'Ines'), await guest(code, 'Kim')]
    const before = await titles(ines)
    expect(before).toHaveLength(5)

    await host.getByRole('button', { name: 'What comes next: By votes' }).click()
    await host.getByRole('menuitemradio', { name: /^By hand/ }).click()
    await ines.getByText('The host and the moderators make the order now').first().waitFor()
    await ines.getByText('By hand').waitFor()
    expect(await ines.getByRole('button', { name: /^Move / }).count()).toBe(0)
    const grip = host.getByRole('button', { name: `Move ${before[0]}` })
    // The menu gives the focus back when it has gone.
    await host.getByRole('menu').waitFor({ state: 'detached' })
    await untilAtRest(host)
    await grip.focus()
    // A reader hears each step; the next one may follow.
    for (const [key, heard] of [
      ['Space', ': 1 of 5.'],
      ['ArrowDown', ': 2 of 5.'],
      ['ArrowDown', ': 3 of 5.'],
    ] as const) {
      await host.keyboard.press(key)
      await host.getByText(heard).waitFor({ state: 'attached' })
      await untilTimersRan(host)
    }
    await host.keyboard.press('Space')
    const moved = [before[1], before[2], before[0], before[3], before[4]]
    await expect.poll(() => titles(ines)).toEqual(moved)
    expect(await titles(host)).toEqual(moved)
    expect(await faultsInAllLooks(host, [1440])).toEqual([])

    // And with a finger, on the host's phone: there, and back.
    const phone = await pageOfHost(http, code, {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    })
    const gripOf = (title = '') => phone.getByRole('button', { name: `Move ${title}` })
    await dragByFinger(gripOf(before[0]), gripOf(before[1]))
    await expect.poll(() => titles(ines)).toEqual(before)
    await dragByFinger(gripOf(before[0]), gripOf(before[2]))
    await expect.poll(() => titles(ines)).toEqual(moved)
    await phone.context().close()

    await host.locator('li', { hasText: before[4] ?? '' }).hover()
    await host.getByRole('button', { name: `Take ${before[4]} out of the queue` }).click()
    await expect.poll(() => titles(ines)).toHaveLength(4)
    await host.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => titles(ines)).toEqual(moved)

    await host.getByRole('button', { name: 'Play for everyone' }).first().click()
    await ines.getByRole('heading', { name: moved[0] ?? '', level: 2 }).waitFor()
    await ines.getByRole('button', { name: 'Vote to skip' }).click()
    await host.getByRole('button', { name: 'Skip, 1 of 2 want it' }).waitFor()
    await kim.getByText('1 of 2 want to skip. 1 more and it goes').waitFor()
    await kim.getByRole('button', { name: 'Skip too' }).click()
    await ines.getByRole('heading', { name: moved[1] ?? '', level: 2 }).waitFor()
    await ines.getByRole('button', { name: 'Vote to skip', pressed: false }).waitFor()

    await host.getByRole('button', { name: 'What to do with Kim' }).click()
    await host.getByRole('menuitem', { name: 'Ban from the room' }).click()
    await host.getByRole('button', { name: 'Ban them' }).click()
    await kim.getByRole('heading', { name: 'You can’t come back to this room' }).waitFor()
    await host.getByRole('button', { name: 'Room menu' }).first().click()
    await host.getByRole('menuitem', { name: 'Room settings' }).click()
    const settings = host.getByRole('dialog', { name: 'Room settings' })
    await settings.getByRole('button', { name: 'Let Kim back in' }).waitFor()
    expect(await faultsInAllLooks(host, [390])).toEqual([])
    await host.setViewportSize({ width: 1440, height: 900 })
    await settings.getByRole('button', { name: 'Let Kim back in' }).click()
    await settings.getByText('Banned').waitFor({ state: 'detached' })
    await kim.goto(`/r/${code}`)
    await kim.getByRole('button', { name: 'Join and listen' }).waitFor()
    expect(await (await http.ask('GET', `/api/rooms/${code}/bans`)).json()).toEqual({ items: [], nextCursor: null })
    for (const page of [host, ines, kim]) await page.context().close()
  },
)

test.skipIf(!chromiumPath)(
  'a moderator takes over from a host who stays away, and who owns the room is its host again on return',
  async () => {
    const { code, http, host } = await hostWithSongs()
    const ines = await guest(code, 'Ines')
    await http.ask('PATCH', `/api/rooms/${code}`, { settings: { takeOverAfter: 1 } })
    const { members } = await (await http.ask('GET', `/api/rooms/${code}`)).json()
    const { memberId } = members.find(({ displayName }: { displayName: string }) => displayName === 'Ines')
    await http.ask('PATCH', `/api/rooms/${code}/members/${memberId}`, { role: 'moderator' })

    await host.goto('about:blank')
    await ines.getByText('is away').waitFor()
    await ines.getByRole('button', { name: 'Take over' }).click()
    await ines.getByText('You can take over in a minute if they stay away').waitFor()
    await letFiveMinutesPass(code)
    await ines.getByRole('button', { name: 'Take over' }).click()
    const row = ines.getByRole('listitem').filter({ hasText: 'Inesyou' })
    await row.getByText('Host', { exact: true }).waitFor({ state: 'attached' })

    await host.goto(`/r/${code}`)
    await row.getByText('Moderator', { exact: true }).waitFor({ state: 'attached' })
    for (const page of [host, ines]) await page.context().close()
  },
)

/** As if the host had last been seen five minutes ago. */
async function letFiveMinutesPass(code: string) {
  const database = new pg.Client({ connectionString: inject('databaseUrl') })
  await database.connect()
  await database.query(
    `UPDATE "RoomMember" SET "lastSeenAt" = now() - interval '5 minutes'
     WHERE "roomId" = (SELECT "id" FROM "Room" WHERE "code" = $1) AND "role" = 'host'`,
    [code],
  )
  await database.end()
}
