import { expect, inject, test } from 'vitest'
import { faultsInAllLooks } from '@/tests/support/axe'
import { chromiumPath } from '@/tests/support/browser'
import { newAccount, signedInBrowser } from '@/tests/support/http-browser'
import { makeStaff } from '@/tests/support/make-staff'
import { ownBrowser } from '@/tests/support/own-browser'

const baseURL = inject('baseUrl')

const browser = ownBrowser()

const PAGES = ['/admin/caches', '/admin/uploads', '/admin/songs', '/admin/people', '/admin/rooms', '/admin/audit']
const LISTS = ['songs', 'uploads', 'jobs', 'people', 'rooms', 'caches', 'audit'].map((name) => `/api/admin/${name}`)

test('for everyone else there are no admin pages and calls, and moderators have theirs', async () => {
  const { browser: http, username } = await signedInBrowser(baseURL, undefined, { origin: baseURL })
  const answers = async (paths: string[]) =>
    Promise.all(paths.map(async (path) => (await http.ask('GET', path)).status))
  expect(new Set(await answers([...PAGES, ...LISTS]))).toEqual(new Set([404]))
  expect(await answers(['/api/metrics'])).toEqual([401])
  // It holds at once, without signing in again.
  await makeStaff(username, 'moderator')
  expect(await answers(['/admin/songs', '/admin/rooms', '/api/admin/songs', '/api/admin/rooms'])).toEqual(
    Array(4).fill(200),
  )
  expect(
    new Set(await answers(['/admin', '/admin/people', '/admin/audit', '/api/admin/people', '/api/admin/caches'])),
  ).toEqual(new Set([404]))
})

test.skipIf(!chromiumPath)(
  'an admin blocks a song with a reason, brings it back, and reads both in the log',
  async () => {
    const { username } = await signedInBrowser(baseURL)
    await makeStaff(username)
    const { browser: http } = await signedInBrowser(baseURL, username, { origin: baseURL })
    expect(await http.call('post', '/api/rooms', { body: { name: 'Seen by admins' } })).toMatchObject({ ok: true })
    const context = await browser.newContext({ baseURL, reducedMotion: 'reduce' })
    await context.addCookies([...http.cookies].map(([name, value]) => ({ name, value, url: baseURL })))
    const page = await context.newPage()
    for (const path of PAGES.filter((one) => /caches|uploads|people/.test(one))) {
      await page.goto(path, { waitUntil: 'load' })
      expect(await faultsInAllLooks(page, [390, 1440])).toEqual([])
    }

    const found = async () => {
      const answer = await http.call('get', '/api/search', { query: { q: 'paper planets' } })
      return answer.ok ? answer.value.items.length : null
    }
    await page.goto('/admin/songs?q=paper planets')
    // By keyboard alone.
    await page.getByRole('button', { name: 'Block Paper Planets' }).press('Enter')
    const reason = page.getByRole('textbox', { name: 'Reason' })
    await reason.pressSequentially('no')
    await page.keyboard.press('Enter')
    await page.getByText('Say why, in a few words.').waitFor()
    await reason.pressSequentially(' rights to it')
    // What was typed outlives a lost connection.
    await context.setOffline(true)
    await page.keyboard.press('Enter')
    await page.getByText('No connection to the server.').waitFor()
    await context.setOffline(false)
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Songs' }).getByText('Blocked').waitFor()
    expect(await found()).toBe(0)
    await page.getByRole('button', { name: 'Unblock Paper Planets' }).click()
    await page.getByRole('button', { name: 'Block Paper Planets', exact: true }).waitFor()
    expect(await found()).toBe(1)
    await page.goto('/admin/audit?q=rights')
    await page.getByText('“no rights to it”').waitFor()

    const other = await newAccount(baseURL)
    await page.goto(`/admin/people?q=${other}`)
    await page.getByRole('button', { name: /^Role of/ }).click()
    await page.getByRole('menuitemradio', { name: 'Moderator' }).click()
    await page.getByText('Maya is a moderator now').waitFor()
    await page.goto(`/admin/audit?q=${other}`)
    await page.getByText('From User to Moderator', { exact: true }).waitFor()
    await context.close()
  },
)

test('the figures of all processes are there for Prometheus', async () => {
  const { username } = await signedInBrowser(baseURL)
  await makeStaff(username)
  const { browser: http } = await signedInBrowser(baseURL, username)
  await expect
    .poll(async () => {
      const text = await (await http.ask('GET', '/api/metrics')).text()
      return [...text.matchAll(/^earshot_process_resident_bytes\{process="(\w+)-/gm)].map(([, name]) => name).sort()
    })
    .toEqual(['realtime', 'web', 'worker'])
})
