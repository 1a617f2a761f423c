import { type Browser, chromium } from 'playwright'
import { findChromium } from './on-path.mjs'

/** `test.skipIf(!chromiumPath)` */
export const chromiumPath = findChromium()

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--autoplay-policy=no-user-gesture-required',
]

/** A headless Chromium that may play sound and talks to nobody but the product. */
export function launchBrowser({ flags = [] }: { flags?: string[] } = {}): Promise<Browser> {
  if (!chromiumPath) throw new Error('Chromium is missing: install the package chromium.')
  return chromium.launch({ executablePath: chromiumPath, args: [...FLAGS, ...flags] })
}

/** What makes pages. */
export type Contexts = Pick<Browser, 'newContext'>
