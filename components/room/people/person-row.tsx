'use client'

import { Crown, Monitor, Shield } from 'lucide-react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { Avatar } from '@/components/ui/avatar'
import { cn } from '@/components/ui/cn'
import { Cut } from '@/components/ui/cut'
import { canActOn } from '@/lib/rooms/rules'
import type { MemberView } from '@/lib/rooms/schema'
import { PersonMenu } from './person-menu'
import { type HereAs, MyTick, Tick } from './person-tick'

/** A person, their role, and where they stand on the line. */
export function PersonRow({ member, presence }: { member: MemberView; presence: HereAs }) {
  const t = useText()
  const { myId } = useActing()
  const { me } = useRoomContext().room
  const isMe = member.memberId === myId
  const hasMenu = canActOn(me, 'member:kick', member)
  return (
    <li className="group/person relative grid h-10 grid-cols-[28px_minmax(0,1fr)_80px_60px] items-center max-sm:h-12">
      {member.isScreen ? (
        <ScreenSign />
      ) : (
        <Avatar id={member.memberId} name={member.displayName} url={member.avatarUrl} size="m" />
      )}
      <span
        className={cn(
          'flex min-w-0 items-center gap-1.5 pr-2 pl-2.5 font-medium',
          presence === 'away' && !isMe && 'text-text-3',
        )}
      >
        <Cut title={member.displayName}>{member.displayName}</Cut>
        {isMe && <span className="flex-none font-normal text-text-3">{t('you')}</span>}
        <Role role={member.role} />
      </span>
      {isMe ? <MyTick /> : <Tick memberId={member.memberId} presence={presence} hasMenu={hasMenu} />}
      {hasMenu && <PersonMenu member={member} />}
    </li>
  )
}

/** A television is nobody: it has no face. */
function ScreenSign() {
  return (
    <span aria-hidden="true" className="grid size-7 place-items-center text-text-3">
      <Monitor className="size-5" strokeWidth={1.75} />
    </span>
  )
}

function Role({ role }: { role: MemberView['role'] }) {
  const t = useText()
  if (role === 'listener') return null
  const [Icon, name] = role === 'host' ? [Crown, t('Host')] : [Shield, t('Moderator')]
  return (
    <span title={name} className="flex-none text-text-3">
      <Icon aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
      <span className="sr-only">{name}</span>
    </span>
  )
}
