'use client'

import { Expand, Volume2, VolumeX } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useText } from '#text'
import { usePlayerControls, usePlayerView } from '@/components/room/sound/player-context'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'

/** For whoever stands at the screen: its own sound, and all of its surface. Away as soon as they are. */
export function ScreenControls() {
  const t = useText()
  const { status } = usePlayerView()
  const { start, stop } = usePlayerControls()
  const canFill = useSyncExternalStore(
    () => () => {},
    () => document.fullscreenEnabled,
    () => false,
  )
  const isIdle = useIdle()
  const isSilent = status === 'locked'
  return (
    <div
      className={cn(
        'big-screen-controls transition-opacity duration-[240ms] focus-within:opacity-100',
        isIdle && 'opacity-0',
      )}
    >
      <Button size="lg" variant={isSilent ? 'solid' : 'soft'} onClick={isSilent ? start : stop}>
        {isSilent ? <Volume2 aria-hidden="true" /> : <VolumeX aria-hidden="true" />}
        {isSilent ? t('Play the sound here') : t('Only show the room')}
      </Button>
      {canFill && (
        <Button size="lg" variant="soft" onClick={() => void document.documentElement.requestFullscreen()}>
          <Expand aria-hidden="true" strokeWidth={1.75} />
          {t('Full screen')}
        </Button>
      )}
    </div>
  )
}

const IDLE_MS = 6000

/** Nobody has moved a pointer or pressed a key for a while; the pointer goes too. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const wake = () => {
      clearTimeout(timer)
      setIdle(false)
      timer = setTimeout(() => setIdle(true), IDLE_MS)
    }
    wake()
    const signs = ['pointermove', 'pointerdown', 'keydown'] as const
    for (const sign of signs) document.addEventListener(sign, wake)
    return () => {
      clearTimeout(timer)
      for (const sign of signs) document.removeEventListener(sign, wake)
    }
  }, [])
  useEffect(() => {
    document.documentElement.style.cursor = isIdle ? 'none' : ''
    return () => {
      document.documentElement.style.cursor = ''
    }
  }, [isIdle])
  return isIdle
}
