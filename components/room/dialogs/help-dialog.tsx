'use client'

import { useText } from '#text'
import { MODE_ORDERS } from '@/components/room/queue/mode-text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { useOverlay } from '@/components/room/screen-context'
import { SHORTCUTS } from '@/components/room/use-shortcuts'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'

export function HelpDialog() {
  const t = useText()
  const { open, onOpenChange } = useOverlay('help')
  const { may } = useActing()
  const { room } = useRoomContext().room
  const mine = SHORTCUTS.filter(({ right }) => right === null || may(right))
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t('Keys and help')}>
        <dl className="pointer-coarse:hidden">
          {mine.map(({ keys, does }) => (
            <div key={does} className="flex min-h-10 items-center justify-between gap-4 border-t first:border-0">
              <dt className="text-text-2">{t(does)}</dt>
              <dd className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{t(key)}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 text-sm text-pretty text-text-3 pointer-coarse:mt-0">
          {t(
            'The line is this instant, a dot is a listener. When a dot stands beside the line, that sound is early or late by as many milliseconds.',
          )}{' '}
          {t(MODE_ORDERS[room.settings.queueMode])}
        </p>
      </DialogContent>
    </Dialog>
  )
}
