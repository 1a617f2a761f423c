'use client'

import { useEffect } from 'react'
import { usePlayerControls } from './player-context'
import { useActing, useRoomContext } from './room-context'

/** The tab's title, the lock screen and the keys of the keyboard: title, art, and the controls that this member has a right to. */
export function useMediaSession(): void {
  const { nowPlaying, playback, room } = useRoomContext().room
  const { actions, may } = useActing()
  const { positionMs } = usePlayerControls()
  const mayCommand = may('playback:command')
  const track = nowPlaying?.track ?? null

  useEffect(() => {
    if (!('mediaSession' in navigator)) return
    const { mediaSession } = navigator
    mediaSession.metadata = track
      ? new MediaMetadata({
          title: track.title,
          artist: track.artist,
          album: room.name,
          artwork: [{ src: track.coverUrl, sizes: 'any' }],
        })
      : null
    return () => {
      mediaSession.metadata = null
    }
  }, [track, room.name])

  useEffect(() => {
    document.title = `${track ? `${track.title} in ${room.name}` : room.name} · Earshot`
  }, [track, room.name])

  useEffect(() => {
    if (!('mediaSession' in navigator)) return
    const { mediaSession } = navigator
    mediaSession.playbackState = track ? (playback.isPlaying ? 'playing' : 'paused') : 'none'
    if (!track) return
    const position = Math.min(positionMs(), track.durationMs) / 1000
    mediaSession.setPositionState({ duration: track.durationMs / 1000, position: Math.max(0, position) })
  }, [track, playback, positionMs])

  useEffect(() => {
    if (!('mediaSession' in navigator) || !mayCommand) return
    const handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
      play: () => void actions.command('play'),
      pause: () => void actions.command('pause'),
      nexttrack: () => void actions.command('skip'),
      seekto: ({ seekTime }) => seekTime !== undefined && void actions.command('seek', seekTime * 1000),
    }
    const names = Object.keys(handlers) as MediaSessionAction[]
    for (const name of names) navigator.mediaSession.setActionHandler(name, handlers[name] ?? null)
    return () => {
      for (const name of names) navigator.mediaSession.setActionHandler(name, null)
    }
  }, [actions, mayCommand])
}
