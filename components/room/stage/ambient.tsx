'use client'

import { AnimatePresence, motion } from 'motion/react'
import { memo, useCallback } from 'react'
import { useRoomContext } from '@/components/room/room-context'
import { useScreen } from '@/components/room/screen-context'
import { cn } from '@/components/ui/cn'
import { ambientOf } from './ambient-light'

/** The light that the cover throws on the room. */
export function Ambient() {
  const { nowPlaying } = useRoomContext().room
  const { view } = useScreen()
  const coverUrl = nowPlaying?.track.coverUrl
  return (
    <div
      aria-hidden="true"
      className={cn(
        'room-ambient pointer-events-none absolute inset-0 -z-10 overflow-hidden',
        view === 'queue' && 'max-sm:hidden',
      )}
    >
      <AnimatePresence>{coverUrl && <Light key={coverUrl} coverUrl={coverUrl} />}</AnimatePresence>
    </div>
  )
}

const Light = memo(function Light({ coverUrl }: { coverUrl: string }) {
  const show = useCallback((light: HTMLImageElement | null) => (light ? shine(light, coverUrl) : undefined), [coverUrl])
  return (
    <motion.img
      ref={show}
      alt=""
      className="absolute top-[34%] left-1/2 aspect-square w-[1102px] max-w-none -translate-x-1/2 -translate-y-1/2 max-lg:top-[200px] max-lg:left-[20%] max-sm:top-[34%] max-sm:left-1/2 light:hidden"
      initial={{ opacity: 0 }}
      animate={{ opacity: 0.78 }}
      exit={{ opacity: 0 }}
      transition={{ duration: 0.9 }}
    />
  )
})

function shine(light: HTMLImageElement, coverUrl: string) {
  const cover = new Image()
  cover.onload = () => {
    light.src = ambientOf(cover)
  }
  cover.src = coverUrl
  return () => {
    cover.onload = null
  }
}
