'use client'

import { useEffect, useEffectEvent } from 'react'
import { useChatContext } from '@/components/chat/chat-context'
import { usePlayerControls, usePlayerView } from '@/components/room/sound/player-context'
import { msg } from '@/lib/language/text'
import { isNarrow } from './narrow'
import { useActing, useRoomContext } from './room-context'
import { useScreen } from './screen-context'

/** What the help dialog lists. */
export const SHORTCUTS = [
  { keys: [msg('space')], does: msg('Play or pause for everyone'), right: 'playback:command' },
  { keys: ['/'], does: msg('Add a song'), right: 'queue:add' },
  { keys: ['c'], does: msg('Write to the room'), right: 'chat' },
  { keys: ['u'], does: msg('Upvote what plays'), right: 'vote' },
  { keys: ['m'], does: msg('Mute this device'), right: null },
  { keys: ['←', '→'], does: msg('On the waveform: 5 seconds back or ahead'), right: 'playback:command' },
  { keys: ['?'], does: msg('This help'), right: null },
] as const

/** The keys of the room, while nothing is open and nobody types. */
export function useShortcuts(): void {
  const { room } = useRoomContext()
  const { actions, may } = useActing()
  const { isMuted } = usePlayerView()
  const { setMuted } = usePlayerControls()
  const { overlay, show } = useScreen()
  const { composer } = useChatContext()
  const { nowPlaying, playback } = room

  const keys: Record<string, () => void> = {
    ' ': () => may('playback:command') && void actions.command(playback.isPlaying && nowPlaying ? 'pause' : 'play'),
    '/': () => may('queue:add') && show('search'),
    c: () => may('chat') && (isNarrow() ? show('chat') : composer.current?.focus()),
    u: () => nowPlaying && may('vote') && void actions.vote(nowPlaying.streamId, !nowPlaying.votedByMe),
    m: () => setMuted(!isMuted),
    '?': () => show('help'),
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isSearch = event.key === 'k' && (event.ctrlKey || event.metaKey)
    if (overlay || event.defaultPrevented || event.repeat || (!isSearch && !isFree(event))) return
    const action = keys[isSearch ? '/' : event.key.toLowerCase()]
    if (!action) return
    event.preventDefault()
    action()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

/** No modifier, no dialog or menu, and the key means nothing to what has the focus. */
function isFree(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const target = event.target instanceof Element ? event.target : document.body
  // While a dialog fades away it still has the focus.
  if (target.closest('[role="dialog"][data-state="closed"]')) return true
  if (target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]')) return false
  return event.key !== ' ' || !target.closest('button, a, [role="tab"], [role="switch"]')
}
