'use client'

import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import { CommandFooter } from '@/components/ui/command'
import { Kbd } from '@/components/ui/kbd'

export function SearchFooter() {
  const t = useText()
  const { queue, me } = useRoomContext().room
  const mine = queue.filter((item) => item.addedBy.memberId === me.memberId).length
  return (
    <CommandFooter>
      <span>
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd>
        {t('move')}
      </span>
      <span>
        <Kbd>↵</Kbd>
        {t('add')}
      </span>
      <span>
        <Kbd>{t('space')}</Kbd>
        {t('preview')}
      </span>
      <span className="flex-1" />
      {mine > 0 && (
        <span>{t('{mine, plural, one {One of your songs is} other {# of your songs are}} waiting', { mine })}</span>
      )}
    </CommandFooter>
  )
}
