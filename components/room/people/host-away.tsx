'use client'

import { Crown } from 'lucide-react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { Button } from '@/components/ui/button'

/** For moderators, while the host is away and has allowed it: the way to host the room. */
export function HostAway() {
  const t = useText()
  const { members, listening, silent, room } = useRoomContext().room
  const { actions, may } = useActing()
  const host = members.find(({ role }) => role === 'host')
  if (!host || room.settings.takeOverAfter === null || !may('room:take-over')) return null
  if ([...listening, ...silent].includes(host.memberId)) return null
  return (
    <div className="mx-4 mb-2 flex items-center gap-3 rounded-md bg-surface-2 py-2 pr-2 pl-3 text-sm">
      <Crown aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none text-text-3" />
      <p className="min-w-0 flex-1 text-text-2 [overflow-wrap:anywhere]">
        {t('{name} is away', { name: host.displayName })}
      </p>
      <Button variant="line" size="sm" onClick={() => actions.takeOver()}>
        {t('Take over')}
      </Button>
    </div>
  )
}
