'use client'

/**
 * The one way for a screen to play what its room plays:
 *
 *   const player = usePlayer({ playback, nowPlaying, next, socket })
 *   <button onClick={player.start}>Start listening</button>        must run inside the click
 *   requestAnimationFrame(() => draw(player.positionMs()))         reads no React state
 *
 * Give it the newest state of the room and the connected socket; the sound follows by itself.
 */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Socket } from 'socket.io-client'
import { PlayerSession } from '@/components/player/player-session'
import type { PlayerView } from '@/components/player/player-view'
import type { Playback } from '@/lib/playback/state'
import type { QueueItem } from '@/lib/queue/schema'

export type PlayerInput = {
  playback: Playback | null
  nowPlaying: QueueItem | null
  /** Decoded ahead. */
  next: QueueItem | null
  socket: Socket | null
}

export type PlayerControls = {
  /** Unlocks sound and joins the song. Call it inside a click, a tap or a key press. */
  start: () => void
  /** Back to taking part without sound; start() listens again. */
  stop: () => void
  /** Measures the clock anew and puts the sound where it belongs at once. Hardly ever needed. */
  resync: () => void
  setVolume: (volume: number) => void
  setMuted: (isMuted: boolean) => void
  /** Silent while something else sounds here. Not kept, unlike the volume. */
  setHushed: (isHushed: boolean) => void
  setDeviceDelayMs: (ms: number) => void
  /** Where the song stands in what is heard now (without sound: in the room). For drawing, each frame if need be. */
  positionMs: () => number
  /**
   * Now on the room's shared clock, Unix ms: for everything that all screens show at the same instant. Null before the
   * clock is known.
   */
  serverNowMs: () => number | null
}

export function usePlayer({ playback, nowPlaying, next, socket }: PlayerInput): PlayerView & PlayerControls {
  const [session] = useState(() => new PlayerSession())
  const view = useSyncExternalStore(session.subscribe, session.view, session.view)
  useEffect(() => session.open(), [session])
  useEffect(() => session.follow({ playback, nowPlaying, next }), [session, playback, nowPlaying, next])
  useEffect(() => session.connect(socket), [session, socket])
  return { ...view, ...session.controls }
}
