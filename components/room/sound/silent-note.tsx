'use client'

import { Headphones, VolumeX } from 'lucide-react'
import { useText } from '#text'
import { useActing } from '@/components/room/room-context'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { useSound } from './use-sound'

/** Says that this device is silent while the room plays, and leads to its sound. */
export function SilentNote({ className, isShort = false }: { className?: string; isShort?: boolean }) {
  const t = useText()
  const { isSilent, listenHere } = useSound()
  const { may } = useActing()
  if (!isSilent) return null
  return (
    <div className={cn('flex items-center gap-3 text-sm text-text-2', className)}>
      {!isShort && <VolumeX aria-hidden="true" className="size-5 flex-none text-text-3" strokeWidth={1.75} />}
      <p className="min-w-0 flex-1 leading-4.5">
        {t('No sound here')}
        {!isShort && (
          <span className="block text-text-3">
            {may('queue:add') ? t('You add, vote and chat') : t('You vote and chat')}
          </span>
        )}
      </p>
      <Button variant="soft" size="sm" className="flex-none bg-surface-3" onClick={listenHere}>
        <Headphones aria-hidden="true" strokeWidth={1.75} />
        {t('Listen here')}
      </Button>
    </div>
  )
}
