'use client'

import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { MemberView, RoomSnapshot } from '@/lib/rooms/schema'
import { HostAway } from './host-away'
import { PersonRow } from './person-row'
import type { HereAs } from './person-tick'
import { useRoomContext } from './room-context'

/** Everyone on one line: me first, then who listens, by rank; hollow dots for those who are elsewhere. */
export function PeopleList({ shown = 12 }: { shown?: number }) {
  const { room } = useRoomContext()
  const [isWhole, setWhole] = useState(false)
  const people = inOrder(room)
  const rest = people.length - shown
  return (
    <>
      <HostAway />
      <ul className="people-line px-4">
        {(isWhole || rest < 2 ? people : people.slice(0, shown)).map((member) => (
          <PersonRow key={member.memberId} member={member} presence={presenceOf(member, room)} />
        ))}
      </ul>
      {rest >= 2 && (
        <Button
          variant="ghost"
          size="sm"
          className="mx-3 mt-1"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? 'Fewer' : `${rest} more`}
          <ChevronDown aria-hidden="true" className={isWhole ? 'rotate-180' : ''} />
        </Button>
      )}
    </>
  )
}

const RANK = { host: 0, moderator: 1, listener: 2 }
const AWAY = { listening: 0, silent: 0, away: 4 }

function inOrder(room: RoomSnapshot): MemberView[] {
  const weight = (member: MemberView) =>
    member.memberId === room.me.memberId
      ? -1
      : AWAY[presenceOf(member, room)] + (member.isScreen ? 3 : RANK[member.role])
  const people = room.members.filter((member) => !member.isScreen || presenceOf(member, room) !== 'away')
  return people.sort((a, b) => weight(a) - weight(b) || a.joinedAt.localeCompare(b.joinedAt))
}

function presenceOf({ memberId }: MemberView, { listening, silent }: RoomSnapshot): HereAs {
  if (listening.includes(memberId)) return 'listening'
  return silent.includes(memberId) ? 'silent' : 'away'
}
