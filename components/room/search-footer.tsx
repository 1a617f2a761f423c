'use client'

import { CommandFooter } from '@/components/ui/command'
import { Kbd } from '@/components/ui/kbd'
import { useRoomContext } from './room-context'

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
