'use client'
import { Ellipsis, ListPlus, type LucideIcon, Music2, Plus } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useText } from '#text'
import { type RoomChoice, useAddToRoom } from '@/components/home/use-add-to-room'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import type { TrackSummary } from '@/lib/catalog/track'
import { AddToPlaylistDialog } from './add-to-playlist-dialog'

export type SongMenuItem = { label: string; icon: LucideIcon; isDanger?: boolean; run: () => void }

const MOST_ROOMS = 4

export function SongMenu({
  track,
  rooms,
  actions,
}: {
  track: TrackSummary
  rooms: RoomChoice[]
  actions: SongMenuItem[]
}) {
  const t = useText()
  const [isAdding, setAdding] = useState(false)
  const addToRoom = useAddToRoom(track)
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label={t('More for {title}', { title: track.title })}>
            <Ellipsis aria-hidden="true" strokeWidth={1.75} />
          </IconButton>
        </MenuTrigger>
        <MenuContent>
          <MenuItem icon={ListPlus} onSelect={() => setAdding(true)}>
            {t('Add to a playlist')}
          </MenuItem>
          {track.audio &&
            rooms.slice(0, MOST_ROOMS).map((room) => (
              <MenuItem key={room.code} icon={Plus} onSelect={() => void addToRoom(room)}>
                <span className="truncate">{t('Add to {name}', { name: room.name })}</span>
              </MenuItem>
            ))}
          <MenuItem asChild>
            <Link href={`/track/${track.id}`}>
              <Music2 aria-hidden="true" strokeWidth={1.75} />
              {t('About this song')}
            </Link>
          </MenuItem>
          {actions.length > 0 && <MenuSeparator />}
          {actions.map(({ label, icon, isDanger, run }) => (
            <MenuItem key={label} icon={icon} isDanger={isDanger} onSelect={run}>
              {label}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
      {isAdding && <AddToPlaylistDialog track={track} onClose={() => setAdding(false)} />}
    </>
  )
}
