'use client'

import { useEffect } from 'react'
import { useRoomContext } from '@/components/room/room-context'
import { ask } from '@/components/room/room-socket'
import { useScreen } from '@/components/room/screen-context'
import { usePlayerControls, usePlayerView } from './player-context'
import { keepSilentIn } from './silent-choice'

/** Whether this device plays the room, and the switch for it. */
export function useSound() {
  const { status } = usePlayerView()
  const { start, stop } = usePlayerControls()
  const { gate, setGate } = useScreen()
  const { code } = useRoomContext().room.room
  const choose = (isSilent: boolean) => {
    keepSilentIn(code, isSilent)
    if (isSilent) stop()
    else start()
    setGate('passed')
  }
  return {
    /** Takes part without sound, and was asked: not merely waiting for its first tap. */
    isSilent: status === 'locked' && gate === 'passed',
    /** Call it inside a click. */
    listenHere: () => choose(false),
    takePartSilently: () => choose(true),
  }
}

/** Tells the room whether anybody hears it here: who does not is no listener, whatever they add and vote. */
export function useSoundReport(): void {
  const { socket, connection } = useRoomContext()
  const isSilent = usePlayerView().status === 'locked'
  useEffect(() => {
    if (connection.status === 'connected') void ask(socket, 'sound:set', { isSilent })
  }, [socket, connection, isSilent])
}
