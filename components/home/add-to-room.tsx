'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from '@/components/ui/menu'
import { Pulse } from '@/components/ui/pulse'
import { type RoomChoice, useAddToRoom } from './use-add-to-room'

export type { RoomChoice }

type Props = { track: { id: string; title: string }; rooms: RoomChoice[]; look?: 'icon' | 'button'; className?: string }

/** Puts a song into one of my rooms; with a single room there is nothing to choose. */
export function AddToRoom({ track, rooms, look = 'icon', className }: Props) {
  const t = useText()
  const send = useAddToRoom(track)
  const [isBusy, setBusy] = useState(false)
  const [only] = rooms

  const add = async (room: RoomChoice) => {
    if (isBusy) return
    setBusy(true)
    await send(room)
    setBusy(false)
  }

  if (!only) return null
  const label =
    rooms.length === 1
      ? t('Add {title} to {name}', { title: track.title, name: only.name })
      : t('Add {title} to a room', { title: track.title })
  const icon = <Plus aria-hidden="true" strokeWidth={1.75} />
  const onClick = rooms.length === 1 ? () => void add(only) : undefined
  const trigger =
    look === 'icon' ? (
      // Not `disabled`, which would take the focus away from whoever works by keys.
      <IconButton label={label} aria-busy={isBusy || undefined} onClick={onClick} className={className}>
        {isBusy ? <Pulse state="wait" /> : icon}
      </IconButton>
    ) : (
      <Button
        variant="line"
        size="sm"
        aria-label={t('Add to room: {title}', { title: track.title })}
        busy={isBusy}
        onClick={onClick}
        className={className}
      >
        {!isBusy && icon}
        <span className="max-sm:sr-only">{t('Add to room')}</span>
      </Button>
    )
  if (rooms.length === 1) return trigger
  return (
    <Menu>
      <MenuTrigger asChild>{trigger}</MenuTrigger>
      <MenuContent>
        <MenuLabel>{t('Add to')}</MenuLabel>
        {rooms.map((room) => (
          <MenuItem key={room.code} onSelect={() => void add(room)}>
            <span className="truncate">{room.name}</span>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  )
}
