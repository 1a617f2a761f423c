'use client'

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useActing } from '@/components/room/room-context'
import { usePlayerControls } from '@/components/room/sound/player-context'

const STEPS: Partial<Record<string, number>> = {
  ArrowLeft: -5000,
  ArrowDown: -5000,
  ArrowRight: 5000,
  ArrowUp: 5000,
  PageDown: -30_000,
  PageUp: 30_000,
}
// Several presses in a row become one seek.
const KEYS_REST_MS = 300

/** Dragging and keys on the seek bar. Only this browser sees the position until it is let go. */
export function useSeek(durationMs: number) {
  const { actions, may } = useActing()
  const { positionMs } = usePlayerControls()
  const [wantedMs, setWantedMs] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isDragging = useRef(false)
  const isAllowed = may('playback:command')
  useEffect(() => () => clearTimeout(timer.current), [])

  const send = async (ms: number) => {
    setWantedMs(ms)
    await actions.command('seek', ms)
    // The newest wish stays; this one is either heard by now or refused.
    setWantedMs((wanted) => (wanted === ms ? null : wanted))
  }
  const at = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return clamp(((event.clientX - left) / width) * durationMs, durationMs)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    const end = event.key === 'Home' ? 0 : event.key === 'End' ? durationMs : null
    if (!isAllowed || (step === undefined && end === null)) return
    event.preventDefault()
    const ms = clamp(end ?? (wantedMs ?? positionMs()) + (step ?? 0), durationMs)
    setWantedMs(ms)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => send(ms), KEYS_REST_MS)
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    isDragging.current = true
    setWantedMs(at(event))
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (isDragging.current) setWantedMs(at(event))
  }
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    if (!isDragging.current) return
    isDragging.current = false
    void send(at(event))
  }
  const onPointerCancel = () => {
    isDragging.current = false
    setWantedMs(null)
  }

  const pointer = isAllowed ? { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } : {}
  return { wantedMs, isAllowed, handlers: { onKeyDown, ...pointer }, at }
}

const clamp = (ms: number, durationMs: number) => Math.min(Math.max(0, ms), durationMs)
