import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright'

const MEASURED_MS = 20_000
const SETTLED_MS = 5_000

/** What a page takes of one core, in percent: its own process and the one that draws for it; and the whole browser. */
export type Cost = { page: number; browser: number }

export async function costOf(browser: Browser): Promise<Cost> {
  await sleep(SETTLED_MS)
  const before = await cpuSeconds(browser)
  await sleep(MEASURED_MS)
  const after = await cpuSeconds(browser)
  const share = (a: number, b: number) => ((b - a) * 1000 * 100) / MEASURED_MS
  return { page: share(before.page, after.page), browser: share(before.all, after.all) }
}

async function cpuSeconds(browser: Browser) {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sum = (types: string[]) =>
    processInfo.filter(({ type }) => types.includes(type)).reduce((total, { cpuTime }) => total + cpuTime, 0)
  const all = processInfo.reduce((total, { cpuTime }) => total + cpuTime, 0)
  return { page: sum(['renderer', 'GPU']), all }
}

/** As the page's scripts see it. What Chromium spares hidden tabs by itself comes on top: headless hides none. */
export const hide = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true })
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  })

/** A page that shows nothing and loops one decoded sound: what Chromium takes for that alone. */
export async function openBareSound(browser: Browser, baseUrl: string): Promise<void> {
  const page = await browser.newPage()
  await page.goto(`${baseUrl}/api/health`)
  await page.evaluate(async () => {
    const context = new AudioContext({ latencyHint: 'playback' })
    const buffer = new AudioBuffer({ length: 60 * 48_000, numberOfChannels: 2, sampleRate: 48_000 })
    const source = new AudioBufferSourceNode(context, { buffer, loop: true })
    source.connect(context.destination)
    source.start()
    await context.resume()
  })
}
