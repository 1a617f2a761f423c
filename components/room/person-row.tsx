'use client'

import { Crown, Shield } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import { cn } from '@/components/ui/cn'
import { canActOn } from '@/lib/rooms/rules'
import type { MemberView } from '@/lib/rooms/schema'
import { PersonMenu } from './person-menu'
import { MyTick, Tick } from './person-tick'
import { useActing, useRoomContext } from './room-context'

/** A person, their role, and where they stand on the line. */
export function PersonRow({ member, isListening }: { member: MemberView; isListening: boolean }) {
  const { myId } = useActing()
  const { me } = useRoomContext().room
  const isMe = member.memberId === myId
  const hasMenu = canActOn(me, 'member:kick', member)
  return (
    <li className="group/person relative grid h-10 grid-cols-[28px_minmax(0,1fr)_80px_60px] items-center max-sm:h-12">
      <Avatar id={member.memberId} name={member.displayName} size="m" />
      <span
        className={cn(
          'flex min-w-0 items-center gap-1.5 pr-2 pl-2.5 font-medium',
          !isListening && !isMe && 'text-text-3',
        )}
      >
        <span className="truncate" title={member.displayName}>
          {member.displayName}
        </span>
        {isMe && <span className="flex-none font-normal text-text-3">you</span>}
        <Role role={member.role} />
      </span>
      {isMe ? <MyTick /> : <Tick isListening={isListening} hasMenu={hasMenu} />}
      {hasMenu && <PersonMenu member={member} />}
    </li>
  )
}

function Role({ role }: { role: MemberView['role'] }) {
  if (role === 'listener') return null
  const [Icon, name] = role === 'host' ? [Crown, 'Host'] : [Shield, 'Moderator']
  return (
    <span title={name} className="flex-none text-text-3">
      <Icon aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
      <span className="sr-only">{name}</span>
    </span>
  )
}
