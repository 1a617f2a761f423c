import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }
type Axe = { run: (options: { resultTypes: ['violations'] }) => Promise<{ violations: Violation[] }> }
type Look = { width: number; colorScheme: 'dark' | 'light' }

/** What axe finds in the page as it is, and how far it is wider than the screen. Waits until it has come to rest. */
async function faultsOf(page: Page): Promise<string[]> {
  await untilAtRest(page)
  // To read it takes longer than to run it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] })
    const wider = document.documentElement.scrollWidth - innerWidth
    return [
      ...violations.map(
        ({ id, nodes }) => `${location.pathname}: ${id} ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
      ),
      ...(wider > 0 ? [`${location.pathname}: ${wider} px wider than the screen`] : []),
    ]
  })
}

const WIDTHS = [390, 768, 1440]

/** The same in every look: phone, tablet and desktop, dark and light. */
export async function faultsInAllLooks(page: Page, widths = WIDTHS): Promise<string[]> {
  const looks = widths.flatMap((width): Look[] => [
    { width, colorScheme: 'dark' },
    { width, colorScheme: 'light' },
  ])
  const faults: string[] = []
  for (const { width, colorScheme } of looks) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    faults.push(...(await faultsOf(page)).map((fault) => `at ${width} ${colorScheme}: ${fault}`))
  }
  return faults
}

/** Waits until nothing loads, nor moves that ends: a colour half-way between two themes has no contrast to speak of. */
export async function untilAtRest(page: Page) {
  await page.evaluate(async () => {
    const frames = async () => {
      for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    const isEnding = (one: Animation) =>
      one.playState === 'running' && Number.isFinite(one.effect?.getComputedTiming().endTime)
    await frames()
    // What follows a colour that changes begins to change when that one has.
    for (const deadline = Date.now() + 3000; Date.now() < deadline; await frames())
      if (!document.querySelector('[aria-busy="true"]') && !document.getAnimations().some(isEnding)) return
  })
}
