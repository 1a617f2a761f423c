'use client'

import { createContext, type ReactNode, use, useMemo } from 'react'
import type { PlayerView } from '@/components/player/player-view'
import { usePlayEvents } from '@/components/player/use-play-events'
import { type PlayerControls, usePlayer } from '@/components/player/use-player'
import { useRoomContext } from './room-context'

// Two contexts: the view changes up to four times a second, and most of the room only needs the controls.
const ViewContext = createContext<PlayerView | null>(null)
const ControlsContext = createContext<PlayerControls | null>(null)

/** Plays the room for everything inside. */
export function PlayerProvider({ children }: { children: ReactNode }) {
  const { room, socket } = useRoomContext()
  const player = usePlayer({ playback: room.playback, nowPlaying: room.nowPlaying, upNext: room.queue, socket })
  usePlayEvents({ player, playback: room.playback, nowPlaying: room.nowPlaying })
  const { start, stop, resync, setVolume, setMuted, setDeviceDelayMs, positionMs, serverNowMs } = player
  const controls = useMemo(
    () => ({ start, stop, resync, setVolume, setMuted, setDeviceDelayMs, positionMs, serverNowMs }),
    [start, stop, resync, setVolume, setMuted, setDeviceDelayMs, positionMs, serverNowMs],
  )
  return (
    <ControlsContext value={controls}>
      <ViewContext value={player}>{children}</ViewContext>
    </ControlsContext>
  )
}

export function usePlayerView(): PlayerView {
  const view = use(ViewContext)
  if (!view) throw new Error('usePlayerView belongs inside a PlayerProvider')
  return view
}

export function usePlayerControls(): PlayerControls {
  const controls = use(ControlsContext)
  if (!controls) throw new Error('usePlayerControls belongs inside a PlayerProvider')
  return controls
}
