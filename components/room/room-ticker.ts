export type Draw = (positionMs: number) => void

/** When in a beat, and how bright its dots are from then on: the first third is the beat. */
const STEPS = [
  { at: 0, opacity: '1' },
  { at: 1 / 3, opacity: '0.8' },
  { at: 2 / 3, opacity: '0.62' },
]
const UNKNOWN_BPM = 100
const CALM_MS = 1000

export type Tempo = { positionMs: () => number; isPlaying: boolean; bpm: number | null }

/**
 * The one timer for all that moves with the song: needle, times and dots change together, three times a beat, on all
 * screens at the same instants. Each drawing costs a browser without a GPU the same, however much changes in it, so a
 * smooth animation or timers of their own would cost ten times as much, all night. Hidden pages draw nothing.
 */
export function createTicker() {
  const draws = new Set<Draw>()
  let now = () => 0

  const add = (draw: Draw) => {
    draws.add(draw)
    draw(now())
    return () => void draws.delete(draw)
  }

  const run = ({ positionMs, isPlaying, bpm }: Tempo) => {
    now = positionMs
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const beatMs = beatOf(bpm)
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      clearTimeout(timer)
      if (document.hidden) return
      const position = positionMs()
      for (const draw of draws) draw(position)
      if (!isPlaying) return
      timer = setTimeout(tick, isCalm ? CALM_MS : light(position, beatMs))
    }
    tick()
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
      brighten('')
    }
  }
  return { add, run }
}

/** Fast songs are felt, and drawn, at half their tempo. */
function beatOf(bpm: number | null): number {
  const beatMs = 60_000 / (bpm || UNKNOWN_BPM)
  return beatMs < 450 ? beatMs * 2 : beatMs
}

/** Lights the dots for this moment of the beat, and answers how long until the next. */
function light(positionMs: number, beatMs: number): number {
  // A timer may be early by a moment: that is the next step already.
  const phase = ((((positionMs + 8) / beatMs) % 1) + 1) % 1
  const index = STEPS.findLastIndex(({ at }) => at <= phase)
  brighten(STEPS[index]?.opacity ?? '')
  return Math.max(30, ((STEPS[index + 1]?.at ?? 1) - phase) * beatMs)
}

function brighten(opacity: string) {
  const dots = document.querySelectorAll<HTMLElement>('[data-room] :is(.beat, .animate-beat)')
  for (const dot of dots) dot.style.opacity = opacity
}
