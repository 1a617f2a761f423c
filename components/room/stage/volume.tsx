'use client'

import { Volume1, Volume2, VolumeX } from 'lucide-react'
import { useText } from '#text'
import { usePlayerControls, usePlayerView } from '@/components/room/sound/player-context'
import { IconButton } from '@/components/ui/icon-button'
import { Slider } from '@/components/ui/slider'

/** How loud this device is: nobody else notices. Phones have buttons for it. */
export function Volume() {
  const t = useText()
  const { volume, isMuted } = usePlayerView()
  const { setVolume, setMuted } = usePlayerControls()
  const percent = isMuted ? 0 : Math.round(volume * 100)
  const Icon = percent === 0 ? VolumeX : percent < 50 ? Volume1 : Volume2
  const change = (next: number) => {
    setMuted(false)
    setVolume(next / 100)
  }
  return (
    <>
      <IconButton label={isMuted ? t('Sound on') : t('Mute on this device')} onClick={() => setMuted(!isMuted)}>
        <Icon aria-hidden="true" strokeWidth={1.75} />
      </IconButton>
      <Slider
        label={t('Volume on this device')}
        value={percent}
        valueText={isMuted ? t('muted') : t('{percent} percent', { percent })}
        step={5}
        onChange={change}
        className="w-24"
      />
    </>
  )
}
