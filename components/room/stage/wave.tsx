import { memo, type RefObject } from 'react'
import { wavePath } from './wave-path'

const WIDTH = 640
const HEIGHT = 92

type Heard = {
  peaks: number[]
  /** What useNeedle moves: a window that opens over what was heard, and the shape in it, which stays where it is. */
  done: RefObject<HTMLDivElement | null>
  shape: RefObject<HTMLDivElement | null>
}

/** The song's shape, drawn twice: what is ahead, and over it what has been. */
export function HeardWave({ peaks, done, shape }: Heard) {
  return (
    <div className="relative">
      <div className="text-text-1 opacity-[.22]">
        <Wave peaks={peaks} />
      </div>
      <div ref={done} className="instant-done text-accent">
        <div ref={shape}>
          <Wave peaks={peaks} />
        </div>
      </div>
    </div>
  )
}

/** A song's shape in the colour of its place. Drawn anew only for another song. */
export const Wave = memo(function Wave({ peaks }: { peaks: number[] }) {
  return (
    <>
      <Strokes peaks={peaks} bars={160} className="max-sm:hidden" />
      <Strokes peaks={peaks} bars={112} className="sm:hidden" />
    </>
  )
})

function Strokes({ peaks, bars, className }: { peaks: number[]; bars: number; className: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={`block h-[92px] w-full overflow-visible stroke-current ${className}`}
    >
      <path d={wavePath(peaks, bars, WIDTH, HEIGHT)} strokeWidth={2} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
