'use client'

import { Ellipsis, Trash2 } from 'lucide-react'
import { useText } from '#text'
import { useActing } from '@/components/room/room-context'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu'
import { useChatContext } from './chat-context'

/** For one's own messages, and for moderators all. */
export function MessageMenu({
  messageId,
  memberId,
  displayName,
}: {
  messageId: string
  memberId: string
  displayName: string
}) {
  const t = useText()
  const { myId, may } = useActing()
  const { remove } = useChatContext()
  const isMine = memberId === myId
  if (!isMine && !may('chat:remove-any')) return null
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton
          label={
            isMine ? t('What to do with my message') : t('What to do with the message of {name}', { name: displayName })
          }
          size="sm"
          className={HIDDEN}
        >
          <Ellipsis aria-hidden="true" strokeWidth={1.75} />
        </IconButton>
      </MenuTrigger>
      <MenuContent>
        <MenuItem icon={Trash2} isDanger onSelect={() => remove(messageId)}>
          {t('Delete for everyone')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}

/** Until the message is pointed at, tapped or reached by keys: lines are lower than a finger, so one shows at a time. */
const HIDDEN =
  '!absolute -top-1.5 right-0 opacity-0 group-focus-within/said:opacity-100 group-hover/said:opacity-100 data-[state=open]:opacity-100 pointer-coarse:pointer-events-none pointer-coarse:group-focus-within/said:pointer-events-auto pointer-coarse:data-[state=open]:pointer-events-auto'
