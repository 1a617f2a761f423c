'use client'

import { useEffect, useEffectEvent } from 'react'
import type { Socket } from 'socket.io-client'
import type { PlayerView } from '@/components/player/player-view'
import type { Steps } from '@/lib/playback/step'

const LOOK_MS = 2_000
/** Smaller changes wait for the next regular word. */
const NEWS_MS = 1
const REGULAR_MS = 15_000
/** Who has not spoken for so long may be anywhere. */
const FORGET_MS = 40_000

/** What the others said of their sound. Outside React's state: only the rows concerned are drawn again. */
export function createSteps() {
  const heard = new Map<string, { ms: number; atMs: number }>()
  const watchers = new Set<() => void>()
  return {
    take: (steps: Steps) => {
      for (const [memberId, ms] of Object.entries(steps)) {
        if (ms === null) heard.delete(memberId)
        else heard.set(memberId, { ms, atMs: performance.now() })
      }
      for (const watcher of watchers) watcher()
    },
    of: (memberId: string) => {
      const step = heard.get(memberId)
      return step && performance.now() - step.atMs < FORGET_MS ? step.ms : null
    },
    subscribe: (watcher: () => void) => {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
  }
}

/** Tells the room how far my sound is off when that has changed, and takes what the others tell. */
export function useStepReports(socket: Socket, { syncMs }: PlayerView, steps: ReturnType<typeof createSteps>): void {
  const report = useEffectEvent((told: { ms: number | null; atMs: number }) => {
    const now = performance.now()
    const isNews = (syncMs === null) !== (told.ms === null) || Math.abs((syncMs ?? 0) - (told.ms ?? 0)) >= NEWS_MS
    const isDue = syncMs !== null && now - told.atMs > REGULAR_MS
    if (!socket.connected || !(isNews || isDue)) return
    socket.emit('sync:report', { syncMs })
    Object.assign(told, { ms: syncMs, atMs: now })
  })
  useEffect(() => {
    const told = { ms: null, atMs: 0 }
    const timer = setInterval(() => report(told), LOOK_MS)
    socket.on('steps', steps.take)
    return () => {
      clearInterval(timer)
      socket.off('steps', steps.take)
    }
  }, [socket, steps])
}
