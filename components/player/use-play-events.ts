'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { type Moment, PlayEvents } from '@/components/player/play-events'
import type { PlayerView } from '@/components/player/player-view'
import { sendEvents, sendLastEvents } from '@/components/player/send-events'
import type { PlayerControls } from '@/components/player/use-player'
import type { Playback } from '@/lib/playback/state'
import type { QueueItem } from '@/lib/queue/schema'

const LOOK_MS = 1_000
const SEND_MS = 10_000

type Heard = { player: PlayerView & PlayerControls; playback: Playback | null; nowPlaying: QueueItem | null }

/** Tells the server what this listener heard. */
export function usePlayEvents(heard: Heard): void {
  const [events] = useState(() => new PlayEvents())
  const look = useEffectEvent(() => events.look(momentOf(heard)))
  useEffect(() => {
    const timers = [setInterval(look, LOOK_MS), setInterval(() => void sendEvents(events), SEND_MS)]
    const leave = () => {
      look()
      events.end()
      sendLastEvents(events)
    }
    addEventListener('pagehide', leave)
    return () => {
      for (const timer of timers) clearInterval(timer)
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [events])
}

/** Null while nothing is on, and before the clock is known: what happens without a date can't be told. */
export function momentOf({ player, playback, nowPlaying }: Heard): Moment | null {
  const nowMs = player.serverNowMs()
  if (!playback || !nowPlaying || nowMs === null) return null
  const { status } = player
  return {
    streamId: nowPlaying.streamId,
    trackId: nowPlaying.track.id,
    durationMs: nowPlaying.track.durationMs,
    isSounding: playback.isPlaying && (status === 'in-step' || status === 'catching-up' || status === 'alone'),
    positionMs: player.positionMs(),
    nowMs,
  }
}
