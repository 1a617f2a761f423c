'use client'

import { useEffect, useEffectEvent } from 'react'
import { usePlayerControls, usePlayerView } from './player-context'
import { useScreen } from './screen-context'

/** Who came by a click on this site has asked for the room: its sound starts if the browser agrees. Others are asked. */
export function useGate() {
  const { status } = usePlayerView()
  const { start } = usePlayerControls()
  const { gate, setGate } = useScreen()

  const arrive = useEffectEvent(() => {
    if (!navigator.userActivation?.hasBeenActive) return setGate('open')
    setGate('passed')
    start()
  })
  // Only the browser knows whether there was a gesture, so this can't be decided while rendering.
  useEffect(() => arrive(), [])

  const pass = () => setGate('passed')
  const enter = () => {
    start()
    pass()
  }
  return { isOpen: gate === 'open' && status === 'locked', enter, pass }
}
