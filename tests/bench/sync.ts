// Chromium pages in one room: how far apart their sounds are through pauses, seeks, skips and song changes; how long
// from pressing play to sound; what a page costs. Two pages directly, then four: one directly, two over bad networks,
// one with a clock that runs 200 ppm fast. Each journey takes SYNC_SECONDS (300). Needs DATABASE_URL of a migrated
// database; runs the product on it, and draws tests/bench/sync-*.svg.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { DEMO_SONGS } from '@/prisma/seed/songs/catalogue'
import { launchBrowser } from '@/tests/support/browser'
import { startProduct } from '@/tests/support/product'
import { untilCatalogue } from '@/tests/support/running-product'
import { roomWithListeners } from '../e2e/sync-room'
import { differencesOf, type Sample, skewClock, spreadOf, withoutDropouts } from '../e2e/sync-samples'
import { percentile, report } from './measure'
import { drawDrift, linesOf } from './sync/drift-picture'
import { gapsOf } from './sync/gaps'
import { type Journey, travel } from './sync/journey'
import { costOf, hide, openBareSound } from './sync/page-cost'
import { pressToSound } from './sync/press-to-sound'
import { openSlowLine } from './sync/slow-line'

const SECONDS = Number(process.env.SYNC_SECONDS ?? 300)
const SKEW = 200e-6

const { DATABASE_URL, DATA_DIR = '' } = process.env
const product = await startProduct({ dataDir: path.join(DATA_DIR, 'product'), DATABASE_URL })
try {
  await untilCatalogue(product.baseUrl, DEMO_SONGS.length)
  await measureTwo()
  await measureFour()
  await measureCost()
} finally {
  await product.stop()
}

async function measureTwo() {
  const browser = await launchBrowser()
  const here = { baseUrl: product.baseUrl }
  const party = await roomWithListeners(browser, here, [here])
  const journey = await travel(party, SECONDS)
  reportJourney('2 pages', journey, ['host', 'guest'])
  const [host] = party.listeners
  if (host) {
    const times = await pressToSound(host.page)
    report('sync', 'play pressed to sound, p50', percentile(times, 0.5), 'ms')
    report('sync', 'play pressed to sound, max', times.at(-1) ?? Number.NaN, 'ms')
  }
  await browser.close()
}

async function measureFour() {
  const browser = await launchBrowser()
  const here = { baseUrl: product.baseUrl }
  const lines = [
    await openSlowLine(product.port, { baseMs: 20, jitterMs: 20 }),
    await openSlowLine(product.port, { baseMs: 15, jitterMs: 60 }),
  ]
  const skewed = { ...here, prepare: (page: Parameters<typeof skewClock>[0]) => skewClock(page, SKEW) }
  const party = await roomWithListeners(browser, here, [...lines, skewed])
  const journey = await travel(party, SECONDS)
  reportJourney('4 pages', journey, ['direct', '20 + 0–20 ms each way', '15 + 0–60 ms each way', 'clock 200 ppm fast'])
  await browser.close()
  for (const line of lines) line.close()
}

function reportJourney(name: string, journey: Journey, pages: string[]) {
  const steady = journey.recordings.map(withoutDropouts)
  reportSpread(
    `${name}, apart`,
    pairsOf(journey.recordings).flatMap(({ apart }) => apart),
  )
  reportSpread(
    `${name}, apart, but for 2 s after dropouts`,
    pairsOf(steady).flatMap(({ apart }) => apart),
  )
  if (pages.length > 2) {
    for (const { a, b, apart } of pairsOf(steady))
      report('sync', `${name}, ${pages[a]} and ${pages[b]}, p99`, spreadOf(apart).p99, 'ms')
  }
  const counts = (recordings: Sample[][]) => recordings.flat().length
  report('sync', `${name}, readings after dropouts`, 100 * (1 - counts(steady) / counts(journey.recordings)), '%')
  const gaps = journey.recordings.flatMap(gapsOf)
  if (gaps.length > 0) reportSpread(`${name}, gap between songs`, gaps)
  const title = `Sounding positions, ${pages.length} pages, ${SECONDS} s`
  const file = `tests/bench/sync-${pages.length}-pages.svg`
  writeFileSync(file, drawDrift(title, linesOf(journey, pages), journey))
}

function reportSpread(metric: string, values: number[]) {
  const { p50, p99, max } = spreadOf(values)
  report('sync', `${metric}, p50`, p50, 'ms')
  report('sync', `${metric}, p99`, p99, 'ms')
  report('sync', `${metric}, max`, max, 'ms')
}

function pairsOf(recordings: Sample[][]) {
  return recordings.flatMap((first, a) =>
    recordings.slice(a + 1).map((second, index) => ({ a, b: a + 1 + index, apart: differencesOf(first, second) })),
  )
}

async function measureCost() {
  const browser = await launchBrowser()
  const party = await roomWithListeners(browser, { baseUrl: product.baseUrl }, [])
  await party.command('play')
  const playing = await costOf(browser)
  report('sync', 'room page that plays, of a core', playing.page, '%')
  report('sync', 'its whole browser, of a core', playing.browser, '%')
  for (const { page } of party.listeners) await hide(page)
  const hidden = await costOf(browser)
  report('sync', 'hidden room page that plays, of a core', hidden.page, '%')
  await browser.close()

  const bare = await launchBrowser()
  await openBareSound(bare, product.baseUrl)
  report('sync', 'page that plays one sound and does nothing else, of a core', (await costOf(bare)).page, '%')
  await bare.close()
}
