import { memo } from 'react'
import { wavePath } from './wave-path'

const WIDTH = 640
const HEIGHT = 92

/** The song's shape, drawn twice: what is ahead, and over it what has been. Drawn anew only for another song. */
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
