import type { CSSProperties } from 'react'

export type Strip = {
  /** Waveform, 0–100. */
  peaks: number[]
  /** Where the song was when the page was drawn. */
  positionMs: number
  durationMs: number
}

const BARS = 110
const HEIGHT = 44

/** The song's waveform with the line where it plays: it goes on by itself, without a script. */
export function LiveStrip({ peaks, positionMs, durationMs }: Strip) {
  const path = pathOf(peaks)
  const share = Math.min(1, positionMs / durationMs)
  const style = {
    '--p': `${share * 100}%`,
    '--left': `${Math.max(0, durationMs - positionMs)}ms`,
  } as CSSProperties
  return (
    <div aria-hidden="true" style={style} className="relative my-4 h-11 overflow-x-clip">
      <Bars path={path} className="stroke-text-1 opacity-24" />
      <div className="absolute inset-0 [clip-path:inset(0_calc(100%-var(--p))_0_0)] motion-safe:animate-[strip-done_var(--left)_linear_both]">
        <Bars path={path} className="stroke-accent" />
      </div>
      <div className="absolute inset-x-0 -inset-y-1.5 translate-x-(--p) motion-safe:animate-[strip-needle_var(--left)_linear_both]">
        <span className="absolute inset-y-0 left-0 -ml-px w-0.5 rounded-[1px] bg-accent" />
      </div>
    </div>
  )
}

function Bars({ path, className }: { path: string; className: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${BARS * 4} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={`block h-11 w-full ${className}`}
      strokeWidth={2}
    >
      <path d={path} />
    </svg>
  )
}

/** As many bars as fit, each as high as the loudest of its slice. */
function pathOf(peaks: number[]): string {
  let path = ''
  for (let bar = 0; bar < BARS; bar++) {
    const from = Math.floor((bar / BARS) * peaks.length)
    const slice = peaks.slice(from, Math.max(from + 1, Math.floor(((bar + 1) / BARS) * peaks.length)))
    const size = Math.max(2, Math.round((Math.max(0, ...slice) / 100) * HEIGHT))
    path += `M${bar * 4 + 2} ${(HEIGHT - size) / 2}v${size}`
  }
  return path
}
