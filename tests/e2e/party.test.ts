import { expect, inject, test } from 'vitest'
import { faultsInAllLooks } from '@/tests/support/axe'
import { chromiumPath } from '@/tests/support/browser'
import { ownBrowser } from '@/tests/support/own-browser'
import { enter, ON_PHONE, playingRoom, say, untilJoined } from './party-room'

const baseURL = inject('baseUrl')

// As on phones: no sound before somebody has touched the page.
const browser = ownBrowser({ flags: ['--autoplay-policy=user-gesture-required'] })

test.skipIf(!chromiumPath)(
  'two browsers at different zoom and language talk: text stays text, moderators delete, axe finds nothing',
  async () => {
    const { code, http } = await playingRoom()
    const desk = await enter(browser, code, 'Ines', 'Join and listen', { locale: 'ar-EG', reducedMotion: 'reduce' })
    const phone = await enter(browser, code, 'Jürgen Weiß', 'Beitreten und zuhören', {
      ...ON_PHONE,
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      deviceScaleFactor: 1.5,
      viewport: { width: 320, height: 600 },
    })
    await say(desk, 'שלום <b>all</b> 🎉 https://example.org/x?y=1.')
    await say(desk, 'w'.repeat(300))
    await phone.getByRole('button', { name: /^Chat/ }).filter({ hasText: '2 ungelesen' }).click()
    const log = phone.getByRole('log', { name: 'Chat' })
    await log.getByText('שלום <b>all</b> 🎉').waitFor()
    const link = log.getByRole('link', { name: 'https://example.org/x?y=1', exact: true })
    expect(await link.getAttribute('rel')).toContain('noopener')
    expect(await faultsInAllLooks(phone, [320])).toEqual([])
    await say(phone, 'Grüße vom Balkon')
    await desk.getByRole('log', { name: 'Chat' }).getByText('Grüße vom Balkon').waitFor()
    expect(await faultsInAllLooks(desk, [1440])).toEqual([])
    // What a screen reader walks through.
    expect(await desk.getByRole('main').count()).toBe(1)
    expect(await desk.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['Friday kitchen'])
    for (const name of ['Queue', 'Now playing', 'People and chat'])
      expect(await desk.getByRole('region', { name, exact: true }).count(), name).toBe(1)

    expect(await desk.getByRole('button', { name: 'What to do with the message of Jürgen Weiß' }).count()).toBe(0)
    const { members } = await (await http.ask('GET', `/api/rooms/${code}`)).json()
    const { memberId } = members.find(({ displayName }: { displayName: string }) => displayName === 'Ines')
    await http.ask('PATCH', `/api/rooms/${code}/members/${memberId}`, { role: 'moderator' })
    await desk.getByRole('button', { name: 'What to do with the message of Jürgen Weiß' }).click()
    await desk.getByRole('menuitem', { name: 'Delete for everyone' }).click()
    await log.getByText('Grüße vom Balkon').waitFor({ state: 'detached' })
    await Promise.all([desk.context().close(), phone.context().close()])
  },
)

test.skipIf(!chromiumPath)(
  'phones: screen lock, autoplay refusal, silent participation, a short Wi-Fi loss',
  async () => {
    const { code, http, titles } = await playingRoom()
    const phone = await enter(browser, code, 'Leo', 'Join without sound', ON_PHONE)
    const silentNote = phone.getByText('No sound here').filter({ visible: true })
    const presence = async () => {
      const { listening, silent } = await (await http.ask('GET', `/api/rooms/${code}`)).json()
      return { listening: listening.length, silent: silent.length }
    }
    await silentNote.waitFor()
    await expect.poll(presence, { timeout: 8000 }).toMatchObject({ silent: 1 })
    await phone
      .getByRole('button', { name: /^Upvote/ })
      .first()
      .click()
    await phone
      .getByRole('button', { name: /^Upvote .* 1 vote$/, pressed: true })
      .first()
      .waitFor()
    await phone.reload({ waitUntil: 'networkidle' })
    await silentNote.waitFor()
    expect(await phone.getByRole('dialog').count()).toBe(0)
    await phone.getByRole('button', { name: 'Listen here' }).filter({ visible: true }).click()
    await silentNote.waitFor({ state: 'detached' })
    await expect.poll(presence, { timeout: 8000 }).toMatchObject({ silent: 0 })

    // The lock screen: what plays, and for a listener the own phone's sound.
    const session = () =>
      phone.evaluate(() => {
        const { metadata, playbackState } = navigator.mediaSession
        return { title: metadata?.title, album: metadata?.album, art: metadata?.artwork[0]?.type, playbackState }
      })
    await expect
      .poll(session, { timeout: 8000 })
      .toEqual({ title: expect.any(String), album: 'Friday kitchen', art: 'image/png', playbackState: 'playing' })
    expect(titles).toContain((await session()).title)

    // Who comes by a link has touched nothing yet: the browser refuses sound, so the page asks.
    // Whatever looks into the page from here counts as a touch: not before the page has asked whether there was one.
    await untilJoined(phone, () => phone.reload())
    const gate = phone.getByRole('dialog')
    await gate.getByRole('button', { name: 'Start listening' }).waitFor()
    await gate.getByRole('button', { name: 'Take part without sound' }).click()

    // The service worker has the page for no connection, and nothing of anybody's room.
    await phone.evaluate(() => navigator.serviceWorker.ready)
    await phone.context().setOffline(true)
    await phone.reload()
    await phone.getByRole('heading', { name: 'No connection to Earshot' }).waitFor()
    await phone.context().setOffline(false)
    // It comes back by itself.
    await silentNote.waitFor()
    const kept = await phone.evaluate(async () => {
      const caching = (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => url),
      )
      return (await Promise.all(caching)).flat().map((url) => new URL(url).pathname)
    })
    expect(kept.filter((path) => !/^\/(_next\/static\/|icons\/|icon\.svg|offline\.)/.test(path))).toEqual([])
    await phone.context().close()
  },
)

test.skipIf(!chromiumPath)(
  'a television shows the room without an account, a name or a place among the people',
  async () => {
    const { code, http, titles } = await playingRoom()
    const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 720 } })
    const screen = await context.newPage()
    await screen.goto(`/r/${code}/screen`, { waitUntil: 'networkidle' })
    await screen.getByRole('button', { name: 'Show the room' }).click()
    await screen.getByRole('heading', { name: titles[0] ?? '' }).waitFor()
    const overflow = () =>
      screen.evaluate(() => [document.body.scrollHeight - innerHeight, document.body.scrollWidth - innerWidth])
    expect(await overflow()).toEqual([0, 0])
    await screen.getByText(`Code ${code.split('').join(' ')}`).waitFor()
    await screen.getByRole('img', { name: 'QR code that opens the room' }).waitFor()
    expect(await screen.getByRole('listitem').count()).toBe(3)
    expect(await faultsInAllLooks(screen, [1920])).toEqual([])
    await screen.getByRole('button', { name: 'Play the sound here' }).click()
    await screen.getByRole('button', { name: 'Only show the room' }).waitFor()
    const { members, listening } = await (await http.ask('GET', `/api/rooms/${code}`)).json()
    const { memberId } = members.find(({ isScreen }: { isScreen: boolean }) => isScreen)
    expect(listening).not.toContain(memberId)
    // At the room's own address the same browser is still nobody.
    await screen.goto(`/r/${code}`)
    await screen.getByLabel('Your name').waitFor()
    await context.close()
  },
)

test('a link card shows what the door shows, and for a wrong code nothing', async () => {
  const { code } = await playingRoom()
  const card = async (of: string) => {
    const answer = await fetch(`${baseURL}/r/${of}/opengraph-image`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
    return Buffer.from(await answer.arrayBuffer())
  }
  const [right, wrong, other] = [await card(code), await card('ZZZZZZ'), await card('not a code')]
  expect(right.subarray(16, 24).readUInt32BE(0)).toBe(1200)
  expect(right.equals(wrong)).toBe(false)
  expect(wrong.equals(other)).toBe(true)
  const page = await (await fetch(`${baseURL}/r/${code}`)).text()
  expect(page).toMatch(new RegExp(`property="og:image" content="[^"]+/r/${code}/opengraph-image`))
})
