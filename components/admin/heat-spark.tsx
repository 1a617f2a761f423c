import { cn } from '@/components/ui/cn'
import { SAMPLES } from './heat-history'

const WIDTH = 200
const HEIGHT = 44

/** A song's heat since the page was opened, ending on the line that is now. The figure stands beside it. */
export function HeatSpark({ heats, top, isHottest }: { heats: readonly number[]; top: number; isHottest: boolean }) {
  const points = heats.map((heat, index) => ({
    x: WIDTH - ((heats.length - 1 - index) * WIDTH) / (SAMPLES - 1),
    y: HEIGHT - (heat / top) * (HEIGHT - 4) - 2,
  }))
  const now = points.at(-1)
  return (
    <span
      aria-hidden="true"
      className="relative h-full after:absolute after:inset-y-0 after:-top-px after:right-1 after:-z-10 after:w-0.5 after:bg-accent after:opacity-70 after:content-['']"
    >
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="absolute top-[9px] left-0 h-11 w-[calc(100%-5px)] overflow-visible"
      >
        <polyline
          points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={1.5}
          opacity={isHottest ? 1 : 0.75}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <i
        style={{ top: 9 + (now?.y ?? 0) - 5 }}
        className={cn(
          'absolute right-0 size-2.5 rounded-full bg-text-1 shadow-[0_0_0_3px_var(--surface-1)]',
          isHottest && 'animate-beat',
        )}
      />
    </span>
  )
}
