'use client'
import Link from 'next/link'
import { useText } from '#text'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import type { EntryPage, PlaylistView } from '@/lib/playlists/schema'
import { OpenPlaylist } from './open-playlist'
import { SongLine } from './song-line'
import { SortableSongs } from './sortable-songs'
import { usePlaylistSongs } from './use-playlist-songs'
import { VirtualRows } from './virtual-rows'

type Props = { playlist: PlaylistView; first: EntryPage; rooms: RoomChoice[] }

export function PlaylistSongs({ playlist, first, rooms }: Props) {
  const { append, ...songs } = usePlaylistSongs(playlist.id, first)
  const { items, more } = songs
  if (items.length === 0) return <NoSongs isMine={playlist.isMine} />
  const total = Math.max(playlist.trackCount, items.length)
  if (playlist.isMine)
    return (
      <OpenPlaylist value={{ id: playlist.id, append }}>
        <SortableSongs {...songs} name={playlist.name} total={total} rooms={rooms} />
      </OpenPlaylist>
    )
  return (
    <VirtualRows label={playlist.name} count={items.length} total={total} onEnd={more}>
      {(index, place) => {
        const item = items[index]
        if (!item) return null
        return (
          <li key={item.entryId} {...place}>
            <SongLine track={item.track} rooms={rooms} />
          </li>
        )
      }}
    </VirtualRows>
  )
}

function NoSongs({ isMine }: { isMine: boolean }) {
  const t = useText()
  return (
    <Empty
      title={t('No song in it yet')}
      dots={[
        { x: 0, y: 12, is: 'here' },
        { x: 0, y: 50, is: 'away' },
      ]}
      action={
        isMine && (
          <Button asChild variant="line">
            <Link href="/search">{t('Find songs')}</Link>
          </Button>
        )
      }
    >
      {isMine ? t('Find a song and add it, keep what plays in a room, or import a list.') : t('Come back later.')}
    </Empty>
  )
}
