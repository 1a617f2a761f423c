'use client'

import { useEffect } from 'react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { coverPng } from './cover-png'
import { usePlayerControls, usePlayerView } from './player-context'

/** The tab's title, the lock screen and the keys of the keyboard: title, art, and what this member has a right to. */
export function useMediaSession(): void {
  const t = useText()
  const { nowPlaying, playback, room } = useRoomContext().room
  const { actions, may } = useActing()
  const { positionMs, start, stop } = usePlayerControls()
  const isHeard = usePlayerView().status !== 'locked'
  const mayCommand = may('playback:command')
  const track = nowPlaying?.track ?? null

  useEffect(() => {
    if (!('mediaSession' in navigator) || !track) return
    let isOver = false
    const show = (artwork: MediaImage[]) => {
      if (isOver) return
      const { title, artist } = track
      navigator.mediaSession.metadata = new MediaMetadata({ title, artist, album: room.name, artwork })
    }
    show([])
    void coverPng(track.coverUrl).then((src) => src && show([{ src, sizes: '512x512', type: 'image/png' }]))
    return () => {
      isOver = true
      navigator.mediaSession.metadata = null
    }
  }, [track, room.name])

  useEffect(() => {
    document.title = `${track ? t('{title} in {name}', { title: track.title, name: room.name }) : room.name} · Earshot`
  }, [t, track, room.name])

  useEffect(() => {
    if (!('mediaSession' in navigator)) return
    const { mediaSession } = navigator
    mediaSession.playbackState = track ? (playback.isPlaying && isHeard ? 'playing' : 'paused') : 'none'
    if (!track) return
    const position = Math.min(positionMs(), track.durationMs) / 1000
    mediaSession.setPositionState({ duration: track.durationMs / 1000, position: Math.max(0, position) })
  }, [track, playback, positionMs, isHeard])

  useEffect(() => {
    if (!('mediaSession' in navigator)) return
    const handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = mayCommand
      ? {
          play: () => void actions.command('play'),
          pause: () => void actions.command('pause'),
          nexttrack: () => void actions.command('skip'),
          seekto: ({ seekTime }) => seekTime !== undefined && void actions.command('seek', seekTime * 1000),
        }
      : // Who may not stop the room may silence their own phone.
        { play: start, pause: stop }
    const names = Object.keys(handlers) as MediaSessionAction[]
    for (const name of names) navigator.mediaSession.setActionHandler(name, handlers[name] ?? null)
    return () => {
      for (const name of names) navigator.mediaSession.setActionHandler(name, null)
    }
  }, [actions, mayCommand, start, stop])
}
