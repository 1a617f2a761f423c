'use client'

import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import { Mark } from '@/components/ui/mark'

export function ScreenHeader() {
  const t = useText()
  const { room, connection } = useRoomContext()
  const { listening } = room
  return (
    <header className="flex items-center gap-[calc(var(--u)*1.2)]">
      <Mark className="size-[calc(var(--u)*3)] flex-none" />
      <h1 className="min-w-0 flex-1 truncate text-[calc(var(--u)*2.2)] font-semibold tracking-[-0.02em]">
        {room.room.name}
      </h1>
      <p role="status" className="flex-none text-text-2">
        {connection.status === 'reconnecting'
          ? t('No connection. It comes back by itself')
          : listening.length > 0 && t('{count} listening', { count: listening.length })}
      </p>
    </header>
  )
}
