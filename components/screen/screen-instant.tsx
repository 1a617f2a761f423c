'use client'

import { useText } from '#text'
import { ReactionFloats, ReactionPips } from '@/components/room/stage/reactions'
import { useNeedle } from '@/components/room/stage/use-needle'
import { useReactions } from '@/components/room/stage/use-reactions'
import { HeardWave } from '@/components/room/stage/wave'
import { clockText } from '@/lib/clock-text'
import type { QueueItem } from '@/lib/queue/schema'

/** The song's waveform and the line that is this instant, to look at. */
export function ScreenInstant({ item, peaks }: { item: QueueItem; peaks: number[] }) {
  const t = useText()
  const { durationMs } = item.track
  const { floating, pips } = useReactions(durationMs)
  const { slider, rail, done, shape, flag } = useNeedle(durationMs, null)
  return (
    // React never writes aria-valuenow and aria-valuetext again: they move with the song.
    <div
      ref={slider}
      role="progressbar"
      aria-label={t('Where the song is')}
      aria-valuemin={0}
      aria-valuenow={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      className="instant mt-[calc(var(--u)*1.4)]"
    >
      <HeardWave peaks={peaks} done={done} shape={shape} />
      <ReactionPips pips={pips} durationMs={durationMs} />
      <div ref={rail} className="instant-rail">
        <div className="instant-needle" />
        <output ref={flag} className="instant-flag" aria-hidden="true" />
        <ReactionFloats floating={floating} />
      </div>
      <span className="mono absolute right-0 bottom-0 text-[calc(var(--u)*1.4)] text-text-2">
        {clockText(durationMs)}
      </span>
    </div>
  )
}
