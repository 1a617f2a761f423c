'use client'

import { ChevronDown, Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { MemberView, RoomSnapshot } from '@/lib/rooms/schema'
import { HostAway } from './host-away'
import { PersonRow } from './person-row'
import type { HereAs } from './person-tick'

/** From here on nobody is found by looking. */
const MANY = 20

/** Everyone on one line: me first, then who is here, by rank; hollow dots for those who are elsewhere. */
export function PeopleList({ shown = 12 }: { shown?: number }) {
  const t = useText()
  const { room } = useRoomContext()
  const [isWhole, setWhole] = useState(false)
  const [wanted, setWanted] = useState('')
  const { members, listening, silent, me } = room
  const people = useMemo(() => inOrder({ members, listening, silent, me }), [members, listening, silent, me])
  const rest = people.length - shown
  const isAll = isWhole || rest < 2
  const found = isAll ? people.filter(({ member }) => isFound(member, wanted)) : people.slice(0, shown)
  return (
    <>
      <HostAway />
      {isWhole && people.length > MANY && (
        <Field
          label={t('Find somebody')}
          isLabelHidden
          placeholder={t('Find somebody')}
          icon={Search}
          type="search"
          className="mx-4 my-2"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <ul className="people-line px-4">
        {found.map(({ member, presence }) => (
          <PersonRow key={member.memberId} member={member} presence={presence} />
        ))}
      </ul>
      {isWhole && found.length === 0 && (
        <p className="px-4 py-2 text-sm text-text-3">{t('Nobody here has that name.')}</p>
      )}
      {rest >= 2 && (
        <Button
          variant="ghost"
          size="sm"
          className="mx-3 mt-1"
          aria-expanded={isWhole}
          onClick={() => {
            setWhole(!isWhole)
            setWanted('')
          }}
        >
          {isWhole ? t('Fewer') : t('{count} more', { count: t.number(rest) })}
          <ChevronDown aria-hidden="true" className={isWhole ? 'rotate-180' : ''} />
        </Button>
      )}
    </>
  )
}

const isFound = ({ displayName }: MemberView, wanted: string) =>
  displayName.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase())

const RANK = { host: 0, moderator: 1, listener: 2 }

/** A party may have thousands: each is looked up and weighed once. */
function inOrder({ members, listening, silent, me }: Pick<RoomSnapshot, 'members' | 'listening' | 'silent' | 'me'>) {
  const hears = new Set(listening)
  const isSilent = new Set(silent)
  return members
    .map((member) => {
      const presence: HereAs = hears.has(member.memberId)
        ? 'listening'
        : isSilent.has(member.memberId)
          ? 'silent'
          : 'away'
      const rank = (presence === 'away' ? 4 : 0) + (member.isScreen ? 3 : RANK[member.role])
      return { member, presence, weight: member.memberId === me.memberId ? -1 : rank }
    })
    .filter(({ member, presence }) => !member.isScreen || presence !== 'away')
    .sort((a, b) => a.weight - b.weight || (a.member.joinedAt < b.member.joinedAt ? -1 : 1))
}
