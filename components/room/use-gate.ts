'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { usePlayerControls, usePlayerView } from './player-context'

/** Who came by a click on this site has asked for the room: its sound starts if the browser agrees. Others are asked. */
export function useGate() {
  const { status } = usePlayerView()
  const { start } = usePlayerControls()
  const [stage, setStage] = useState<'closed' | 'open' | 'passed'>('closed')

  const arrive = useEffectEvent(() => {
    if (navigator.userActivation?.hasBeenActive) start()
    else setStage('open')
  })
  // Only the browser knows whether there was a gesture, so this can't be decided while rendering.
  useEffect(() => arrive(), [])

  const pass = () => setStage('passed')
  const enter = () => {
    start()
    pass()
  }
  return { isOpen: stage === 'open' && status === 'locked', enter, pass }
}
