'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useText } from '#text'
import { clockText } from '@/lib/clock-text'
import type { Text } from '@/lib/language/text'
import { usePosition } from './use-position'

/** Moves the needle, the done part of the waveform and the spoken value with the song, by style alone. */
export function useNeedle(durationMs: number, wantedMs: number | null) {
  const t = useText()
  const slider = useRef<HTMLDivElement>(null)
  const rail = useRef<HTMLDivElement>(null)
  const done = useRef<HTMLDivElement>(null)
  const shape = useRef<HTMLDivElement>(null)
  const flag = useRef<HTMLOutputElement>(null)
  const [isLate, setLate] = useState(false)

  const draw = (positionMs: number) => {
    const ms = Math.min(wantedMs ?? positionMs, durationMs)
    const percent = durationMs ? (ms / durationMs) * 100 : 0
    shift(rail.current, percent)
    shift(done.current, percent - 100)
    shift(shape.current, 100 - percent)
    setLate(percent > 60) // the same value again renders nothing
    writeTime(t, slider.current, flag.current, ms, durationMs)
  }
  usePosition(draw)

  // A hand moves faster than a song.
  const drawWanted = useEffectEvent(draw)
  useEffect(() => {
    if (wantedMs !== null) drawWanted(wantedMs)
  }, [wantedMs])

  return { slider, rail, done, shape, flag, isLate }
}

function shift(element: HTMLElement | null, percent: number) {
  element?.style.setProperty('transform', `translateX(${percent.toFixed(3)}%)`)
}

function writeTime(t: Text, slider: HTMLElement | null, flag: HTMLElement | null, ms: number, durationMs: number) {
  const text = clockText(ms)
  if (!slider || !flag || flag.textContent === text) return
  flag.textContent = text
  slider.setAttribute('aria-valuenow', String(Math.round(ms / 1000)))
  slider.setAttribute('aria-valuetext', t('{text} of {clock}', { text, clock: clockText(durationMs) }))
  const share = ms / durationMs
  slider.dataset.near = share < 0.07 ? 'start' : share > 0.9 ? 'end' : ''
}
