import type { BrowserContextOptions, Page } from 'playwright'
import { inject } from 'vitest'
import type { Contexts } from '@/tests/support/browser'
import type { HttpBrowser } from '@/tests/support/http-browser'

/** A page of somebody who has signed in over HTTP, or of a stranger. */
export async function pageOf(
  browser: Contexts,
  http?: HttpBrowser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const baseURL = inject('baseUrl')
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({ baseURL, viewport, reducedMotion: 'reduce', ...options })
  const cookies = [...(http?.cookies ?? [])].map(([name, value]) => ({ name, value, url: baseURL }))
  await context.addCookies(cookies)
  return context.newPage()
}
