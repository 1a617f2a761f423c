import { expect, inject, test } from 'vitest'
import { chromiumPath } from '@/tests/support/browser'
import { signedInBrowser } from '@/tests/support/http-browser'
import { ownBrowser } from '@/tests/support/own-browser'
import { wavSong } from './journey-songs'
import { pageOf } from './page-of'

const baseUrl = inject('baseUrl')

const browser = ownBrowser()

test.skipIf(!chromiumPath)(
  'an upload goes on while its owner looks at other pages, and is there on return',
  async () => {
    const { browser: http } = await signedInBrowser(baseUrl)
    const page = await pageOf(browser, http)
    await page.goto('/upload', { waitUntil: 'networkidle' })
    let letThrough = () => {}
    const isLetThrough = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    await page.route('**/api/uploads/*', async (route) => {
      if (route.request().method() === 'PATCH') await isLetThrough
      await route.continue()
    })
    const file = { name: 'Long way.wav', mimeType: 'audio/wav', buffer: wavSong({ seconds: 2, hz: 220 }) }
    await page.getByLabel('Choose songs to upload').setInputFiles(file)
    const pause = page.getByRole('button', { name: 'Pause the upload of Long way.wav' })
    await pause.waitFor()
    await page.getByRole('link', { name: 'Library', exact: true }).click()
    await page.getByRole('heading', { name: 'Library', exact: true }).waitFor()
    await page.getByRole('link', { name: 'Upload', exact: true }).click()
    await pause.waitFor()

    // Closing the tab would end it: the browser asks, and this person stays.
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const question = await asked
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()
    letThrough()
    await page.getByText('Ready', { exact: true }).waitFor({ timeout: 60_000 })
    expect(await page.getByRole('listitem').filter({ hasText: 'Long way' }).count()).toBe(1)
    await page.context().close()
  },
)
