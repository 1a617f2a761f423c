'use client'

import { useEffect, useEffectEvent } from 'react'
import { useRoomContext } from '@/components/room/room-context'
import { useScreen } from '@/components/room/screen-context'
import { usePlayerControls, usePlayerView } from './player-context'
import { isSilentIn } from './silent-choice'
import { useSound } from './use-sound'

/**
 * Who came by a click on this site has asked for the room: its sound starts if the browser agrees. Who chose to take
 * part without sound goes on so. Others are asked.
 */
export function useGate() {
  const { status } = usePlayerView()
  const { start } = usePlayerControls()
  const { gate, setGate } = useScreen()
  const { listenHere, takePartSilently } = useSound()
  const { code } = useRoomContext().room.room

  const arrive = useEffectEvent(() => {
    if (isSilentIn(code)) return setGate('passed')
    if (!navigator.userActivation?.hasBeenActive) return setGate('open')
    setGate('passed')
    start()
  })
  // Only the browser knows what was chosen and whether there was a gesture: this can't be decided while rendering.
  useEffect(() => arrive(), [])

  /** Closed without an answer: silent for now, asked again after a reload. */
  const pass = () => setGate('passed')
  return { isOpen: gate === 'open' && status === 'locked', listenHere, takePartSilently, pass }
}
