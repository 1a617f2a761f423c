'use client'

import { useRoomContext } from '@/components/room/room-context'
import { CommandFooter } from '@/components/ui/command'
import { Kbd } from '@/components/ui/kbd'

export function SearchFooter() {
  const { queue, me } = useRoomContext().room
  const mine = queue.filter((item) => item.addedBy.memberId === me.memberId).length
  return (
    <CommandFooter>
      <span>
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd>move
      </span>
      <span>
        <Kbd>↵</Kbd>add
      </span>
      <span>
        <Kbd>space</Kbd>preview
      </span>
      <span className="flex-1" />
      {mine > 0 && <span>{mine === 1 ? 'One of your songs is waiting' : `${mine} of your songs are waiting`}</span>}
    </CommandFooter>
  )
}
