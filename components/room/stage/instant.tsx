'use client'

import { type PointerEvent, useRef } from 'react'
import { useText } from '#text'
import { clockText } from '@/lib/clock-text'
import type { QueueItem } from '@/lib/queue/schema'
import { InstantDots } from './instant-dots'
import { ReactionFloats, ReactionPips } from './reactions'
import { Ruler } from './ruler'
import { useNeedle } from './use-needle'
import { useReactions } from './use-reactions'
import { useSeek } from './use-seek'
import { HeardWave } from './wave'

/** The seek bar: the song's waveform, and the line that is this instant. */
export function Instant({ item, peaks }: { item: QueueItem; peaks: number[] }) {
  const t = useText()
  const { durationMs, title } = item.track
  const ghost = useRef<HTMLDivElement>(null)
  const { wantedMs, isAllowed, handlers, at } = useSeek(durationMs)
  const { floating, pips } = useReactions(durationMs)
  const { slider, rail, done, shape, flag, isLate } = useNeedle(durationMs, wantedMs)

  const hover = (event: PointerEvent<HTMLElement>) => {
    if (!isAllowed || event.pointerType !== 'mouse' || !ghost.current) return
    const ms = at(event)
    ghost.current.style.transform = `translateX(${(ms / durationMs) * 100}%)`
    ghost.current.dataset.time = clockText(ms)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    hover(event)
    handlers.onPointerMove?.(event)
  }

  return (
    // React never writes aria-valuenow and aria-valuetext again: they move with the song.
    <div
      ref={slider}
      role="slider"
      tabIndex={0}
      aria-label={t('Seek in {title}', { title })}
      aria-valuemin={0}
      aria-valuenow={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-disabled={!isAllowed}
      data-dragging={wantedMs !== null || undefined}
      className="instant group max-lg:col-span-full"
      onPointerOver={hover}
      {...handlers}
      onPointerMove={onPointerMove}
    >
      <HeardWave peaks={peaks} done={done} shape={shape} />
      <ReactionPips pips={pips} durationMs={durationMs} />
      <Ruler durationMs={durationMs} />
      {isAllowed && <div ref={ghost} className="instant-ghost" aria-hidden="true" />}
      <div ref={rail} className="instant-rail">
        <div className="instant-needle" />
        <output ref={flag} className="instant-flag" aria-hidden="true" />
        <InstantDots labelLeft={isLate} />
        <ReactionFloats floating={floating} />
      </div>
      <span className={`${timeLook} left-0 group-data-[near=start]:opacity-0`}>0:00</span>
      <span className={`${timeLook} right-0 group-data-[near=end]:opacity-0`}>{clockText(durationMs)}</span>
    </div>
  )
}

const timeLook = 'absolute bottom-[34px] font-mono text-xs text-text-2'
