'use client'

import { type PointerEvent, useRef, useState } from 'react'
import type { QueueItem } from '@/lib/queue/schema'
import { InstantDots } from './instant-dots'
import { ReactionFloats } from './reactions'
import { Ruler } from './ruler'
import { clockText } from './time-text'
import { usePosition } from './use-position'
import { useSeek } from './use-seek'
import { Wave } from './wave'

// The needle moves about 3 px a second: ten drawings a second look continuous and cost almost nothing.
const DRAW_MS = 100

/** The seek bar: the song's waveform, and the line that is this instant. */
export function Instant({ item, peaks }: { item: QueueItem; peaks: number[] }) {
  const { durationMs, title } = item.track
  const slider = useRef<HTMLDivElement>(null)
  const flag = useRef<HTMLOutputElement>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const [isLabelLeft, setLabelLeft] = useState(false)
  const { wantedMs, isAllowed, handlers, at } = useSeek(durationMs)

  const draw = (positionMs: number) => {
    const ms = Math.min(wantedMs ?? positionMs, durationMs)
    const share = durationMs ? ms / durationMs : 0
    slider.current?.style.setProperty('--p', `${(share * 100).toFixed(3)}%`)
    slider.current?.setAttribute('data-near', share < 0.07 ? 'start' : share > 0.93 ? 'end' : '')
    setLabelLeft(share > 0.7) // the same value again renders nothing
    writeTime(slider.current, flag.current, ms, durationMs)
  }
  usePosition(draw, DRAW_MS)

  const hover = (event: PointerEvent<HTMLElement>) => {
    if (!isAllowed || event.pointerType !== 'mouse' || !ghost.current) return
    const ms = at(event)
    ghost.current.style.setProperty('--p', `${(ms / durationMs) * 100}%`)
    ghost.current.dataset.time = clockText(ms)
  }

  return (
    // React never writes aria-valuenow and aria-valuetext again: they move with the song.
    <div
      ref={slider}
      role="slider"
      tabIndex={0}
      aria-label={`Seek in ${title}`}
      aria-valuemin={0}
      aria-valuenow={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-disabled={!isAllowed}
      data-dragging={wantedMs !== null || undefined}
      className="instant group max-lg:col-span-full"
      onPointerOver={hover}
      {...handlers}
      onPointerMove={(event) => {
        hover(event)
        handlers.onPointerMove?.(event)
      }}
    >
      <div className="relative">
        <div className="text-text-1 opacity-[.22]">
          <Wave peaks={peaks} />
        </div>
        <div className="instant-done text-accent">
          <div>
            <Wave peaks={peaks} />
          </div>
        </div>
      </div>
      <Ruler durationMs={durationMs} />
      {isAllowed && <div ref={ghost} className="instant-ghost" aria-hidden="true" />}
      <div className="instant-rail">
        <div className="instant-needle" />
        <output ref={flag} className="instant-flag" aria-hidden="true" />
        <InstantDots labelLeft={isLabelLeft} />
        <ReactionFloats />
      </div>
      <span className="absolute bottom-[34px] left-0 group-data-[near=start]:opacity-0 font-mono text-xs text-text-2">
        0:00
      </span>
      <span className="absolute right-0 bottom-[34px] group-data-[near=end]:opacity-0 font-mono text-xs text-text-2">
        {clockText(durationMs)}
      </span>
    </div>
  )
}

function writeTime(slider: HTMLElement | null, flag: HTMLElement | null, ms: number, durationMs: number) {
  const text = clockText(ms)
  if (!slider || !flag || flag.textContent === text) return
  flag.textContent = text
  slider.setAttribute('aria-valuenow', String(Math.round(ms / 1000)))
  slider.setAttribute('aria-valuetext', `${text} of ${clockText(durationMs)}`)
}
