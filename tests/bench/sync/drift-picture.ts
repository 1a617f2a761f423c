import type { Sample } from '@/tests/e2e/sync-samples'
import type { Journey } from './journey'

/** `points`: [seconds since the start, ms apart]. */
export type Line = { name: string; points: [number, number][] }

const [WIDTH, HEIGHT, LEFT, TOP] = [900, 260, 44, 34]
const [PLOT_WIDTH, PLOT_HEIGHT] = [WIDTH - LEFT - 12, HEIGHT - TOP - 28]
/** What is further apart is drawn at the edge. */
const MOST_MS = 10
const COLOURS = ['#0b7a75', '#c2410c', '#6d28d9', '#64748b']

/** How far each page is from the first, at every sample. */
export function linesOf({ recordings, presses }: Journey, names: string[]): Line[] {
  const [first = [], ...others] = recordings
  const start = presses[0]?.at ?? 0
  return others.map((samples, index) => ({ name: names[index + 1] ?? '', points: apartFrom(first, samples, start) }))
}

function apartFrom(first: Sample[], other: Sample[], start: number): [number, number][] {
  let next = 0
  return other.flatMap((b): [number, number][] => {
    while ((first[next + 1]?.unixMs ?? Number.POSITIVE_INFINITY) <= b.unixMs) next += 1
    const a = first[next]
    if (!a || a.queueId !== b.queueId || Math.abs(a.unixMs - b.unixMs) > 200) return []
    if (a.positionMs === null || b.positionMs === null) return []
    const apart = b.positionMs - (a.positionMs + (b.unixMs - a.unixMs) * a.rate)
    return [[(b.unixMs - start) / 1000, apart]]
  })
}

/** Drift over time as an SVG: a line a page against the first page, a tick for each command. */
export function drawDrift(title: string, lines: Line[], { presses }: Journey): string {
  const seconds = Math.max(1, ...lines.flatMap(({ points }) => points.map(([at]) => at)))
  const x = (at: number) => (LEFT + (at / seconds) * PLOT_WIDTH).toFixed(1)
  const y = (ms: number) => {
    const shown = Math.max(-MOST_MS, Math.min(MOST_MS, ms))
    return (TOP + PLOT_HEIGHT / 2 - (shown / MOST_MS) * (PLOT_HEIGHT / 2)).toFixed(1)
  }
  const grid = [-10, -5, -2, 0, 2, 5, 10].map(
    (
      ms,
    ) => `<line x1="${LEFT}" x2="${WIDTH - 12}" y1="${y(ms)}" y2="${y(ms)}" stroke="#8886" stroke-width="${ms ? 0.5 : 1}"/>
<text x="${LEFT - 6}" y="${Number(y(ms)) + 4}" text-anchor="end">${ms}</text>`,
  )
  const start = presses[0]?.at ?? 0
  const marks = presses.map(({ at }) => {
    const where = x((at - start) / 1000)
    return `<line x1="${where}" x2="${where}" y1="${TOP + PLOT_HEIGHT}" y2="${TOP + PLOT_HEIGHT + 6}" stroke="#888"/>`
  })
  const drawn = lines.map(({ name, points }, index) => {
    const colour = COLOURS[index % COLOURS.length]
    const path = pathOf(points, x, y)
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1"/>
<text x="${LEFT + 8 + index * 230}" y="${TOP - 6}" fill="${colour}">${name}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11" fill="#888"><title>${title}</title>
<text x="${LEFT}" y="14" font-size="13">${title}</text>
${[...grid, ...marks, ...drawn].join('\n')}
<text x="${WIDTH - 12}" y="${HEIGHT - 6}" text-anchor="end">${Math.round(seconds)} s; ms apart from the first page; ticks are commands</text>
</svg>
`
}

/** A new stroke after each pause. One point a quarter of a second is enough for the eye. */
function pathOf(points: [number, number][], x: (at: number) => string, y: (ms: number) => string): string {
  let last = Number.NEGATIVE_INFINITY
  return points
    .flatMap(([at, ms]) => {
      if (at - last < 0.25) return []
      const stroke = `${at - last > 0.6 ? 'M' : 'L'}${x(at)} ${y(ms)}`
      last = at
      return [stroke]
    })
    .join('')
}
