'use client'

import { createContext, type ReactNode, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { PlayerView } from '@/components/player/player-view'
import { usePlayEvents } from '@/components/player/use-play-events'
import { type PlayerControls, usePlayer } from '@/components/player/use-player'
import { useRoomContext } from '@/components/room/room-context'
import { createTicker } from '@/components/room/room-ticker'
import { createSteps, useStepReports } from './steps'

type Ticker = ReturnType<typeof createTicker>
type HeardSteps = ReturnType<typeof createSteps>

// Two contexts: the view changes up to four times a second, and most of the room only needs the controls.
const ViewContext = createContext<PlayerView | null>(null)
const ControlsContext = createContext<PlayerControls | null>(null)
const TickerContext = createContext<Ticker | null>(null)
const StepsContext = createContext<HeardSteps | null>(null)

/** Plays the room for everything inside. */
export function PlayerProvider({ children }: { children: ReactNode }) {
  const { room, next, details, socket } = useRoomContext()
  const player = usePlayer({ playback: room.playback, nowPlaying: room.nowPlaying, next, socket })
  usePlayEvents({ player, playback: room.playback, nowPlaying: room.nowPlaying })
  const { start, stop, resync, setVolume, setMuted, setHushed, setDeviceDelayMs, positionMs, serverNowMs } = player
  const controls = useMemo(
    () => ({ start, stop, resync, setVolume, setMuted, setHushed, setDeviceDelayMs, positionMs, serverNowMs }),
    [start, stop, resync, setVolume, setMuted, setHushed, setDeviceDelayMs, positionMs, serverNowMs],
  )
  const [ticker] = useState(createTicker)
  const [steps] = useState(createSteps)
  useStepReports(socket, player, steps)
  const { playback } = room
  const bpm = details?.bpm ?? null
  // Also for a seek while paused: a new playback is drawn at once.
  useEffect(() => ticker.run({ positionMs, isPlaying: playback.isPlaying, bpm }), [ticker, positionMs, playback, bpm])
  return (
    <ControlsContext value={controls}>
      <TickerContext value={ticker}>
        <StepsContext value={steps}>
          <ViewContext value={player}>{children}</ViewContext>
        </StepsContext>
      </TickerContext>
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

export function useTicker(): Ticker {
  const ticker = use(TickerContext)
  if (!ticker) throw new Error('useTicker belongs inside a PlayerProvider')
  return ticker
}

/** How far somebody else's sound is off, ms; positive is late. Null while nobody has heard of it. */
export function useStepOf(memberId: string): number | null {
  const steps = use(StepsContext)
  if (!steps) throw new Error('useStepOf belongs inside a PlayerProvider')
  return useSyncExternalStore(
    steps.subscribe,
    () => steps.of(memberId),
    () => null,
  )
}
