'use client'

import { Ban, Ellipsis, Shield, ShieldOff, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#text'
import { RoomQuestion } from '@/components/room/dialogs/room-question'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { canActOn } from '@/lib/rooms/rules'
import type { MemberView } from '@/lib/rooms/schema'

/** What a host or moderator may do with somebody. */
export function PersonMenu({ member }: { member: MemberView }) {
  const t = useText()
  const { me } = useRoomContext().room
  const { actions } = useActing()
  const [asking, ask] = useState<'kick' | 'ban' | null>(null)
  const mayRole = canActOn(me, 'member:role', member)
  const isModerator = member.role === 'moderator'
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton
            label={t('What to do with {name}', { name: member.displayName })}
            size="sm"
            className="!absolute right-0 opacity-0 group-focus-within/person:opacity-100 group-hover/person:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100"
          >
            <Ellipsis aria-hidden="true" strokeWidth={1.75} />
          </IconButton>
        </MenuTrigger>
        <MenuContent>
          {mayRole && (
            <MenuItem
              icon={isModerator ? ShieldOff : Shield}
              onSelect={() => actions.changeRole(member.memberId, isModerator ? 'listener' : 'moderator')}
            >
              {isModerator ? t('Make a listener again') : t('Make a moderator')}
            </MenuItem>
          )}
          {mayRole && <MenuSeparator />}
          <MenuItem icon={UserMinus} isDanger onSelect={() => ask('kick')}>
            {t('Take out of the room')}
          </MenuItem>
          {canActOn(me, 'member:ban', member) && (
            <MenuItem icon={Ban} isDanger onSelect={() => ask('ban')}>
              {t('Ban from the room')}
            </MenuItem>
          )}
        </MenuContent>
      </Menu>
      {asking === 'kick' && (
        <RoomQuestion
          onClose={() => ask(null)}
          title={t('Take {name} out of the room?', { name: member.displayName })}
          description={t('The songs they added stay. With the code they can come back, unless the room is locked.')}
          action={t('Take them out')}
          onConfirm={() => actions.kick(member.memberId)}
        />
      )}
      {asking === 'ban' && (
        <RoomQuestion
          onClose={() => ask(null)}
          title={t('Ban {name} from the room?', { name: member.displayName })}
          description={t(
            'The songs they added stay. They can’t come back until the host lets them, in the room settings.',
          )}
          action={t('Ban them')}
          onConfirm={() => actions.ban(member.memberId)}
        />
      )}
    </>
  )
}
