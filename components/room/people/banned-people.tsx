'use client'

import { Suspense, use, useState } from 'react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { roomList } from '@/components/room/room-list'
import type { Answer } from '@/components/room/room-socket'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Since } from '@/components/ui/since'
import type { BannedPerson } from '@/lib/rooms/schema'

type Banned = { items: BannedPerson[] }

/** Who can't come back, for the host to let in again. Nothing while there is nobody. */
export function BannedPeople() {
  const {
    room: { room },
    returns,
  } = useRoomContext()
  // Mounted when the settings open: each time they are asked for anew.
  const [stamp, setStamp] = useState(() => Date.now())
  return (
    <Suspense fallback={null}>
      <List
        answer={roomList<Banned>(room.code, 'bans', String(stamp), returns)}
        onChange={() => setStamp(Date.now())}
      />
    </Suspense>
  )
}

function List({ answer, onChange }: { answer: Promise<Answer<Banned>>; onChange: () => void }) {
  const t = useText()
  const { actions } = useActing()
  const result = use(answer)
  if (!result.ok || result.value.items.length === 0) return null
  const letIn = async (memberId: string) => {
    if (await actions.unban(memberId)) onChange()
  }
  return (
    <section aria-label={t('Banned')} className="mt-4 border-t pt-4">
      <h3 className="mb-1 text-sm font-medium text-text-3">{t('Banned')}</h3>
      <ul>
        {result.value.items.map(({ memberId, displayName, bannedAt }) => (
          <li key={memberId} className="flex min-h-11 items-center gap-3">
            <Avatar id={memberId} name={displayName} size="m" />
            <span className="min-w-0 flex-1 truncate font-medium" title={displayName}>
              {displayName}
            </span>
            <span className="text-sm text-text-3">
              <Since iso={bannedAt} />
            </span>
            <Button
              variant="soft"
              size="sm"
              onClick={() => letIn(memberId)}
              aria-label={t('Let {name} back in', { name: displayName })}
            >
              {t('Let back in')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
