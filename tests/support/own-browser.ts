import type { Browser } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { type Contexts, chromiumPath, launchBrowser } from './browser'

/** A browser of this test file, open from before its first test until after its last. */
export function ownBrowser(options?: { flags?: string[] }): Contexts {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (chromiumPath) browser = await launchBrowser(options)
  })
  afterAll(() => browser?.close())
  return {
    newContext: async (given) => {
      if (!browser) throw new Error('Only tests have the browser.')
      return browser.newContext(given)
    },
  }
}
