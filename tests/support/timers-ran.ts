import type { Page } from 'playwright'

/** What is lifted by a key hears the next one from its own timer on: on a busy machine a key can be sooner. */
export const untilTimersRan = (page: Page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
