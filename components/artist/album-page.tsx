import Link from 'next/link'
import { useText } from '#text'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import { songsText, totalText } from '@/components/library/song-text'
import { PageColour } from '@/components/ui/page-colour'
import { artistHref } from '@/lib/catalog/addresses'
import type { AlbumView } from '@/lib/catalog/artist'
import { NamesHead } from './names-head'
import { SongList } from './song-list'

/** An album: who made it, and its songs in the order in which they came. */
export function AlbumPage({ album, rooms }: { album: AlbumView; rooms: RoomChoice[] }) {
  const t = useText()
  const { title, artist, coverUrl, colour, tracks, durationMs } = album
  return (
    <>
      <PageColour {...colour} />
      <NamesHead kind={t('Album')} name={title} coverUrl={coverUrl} colour={colour}>
        <Link href={artistHref(artist) ?? '/'} className="font-medium text-text-1 hover:underline">
          {artist}
        </Link>{' '}
        · {songsText(t, tracks.length)}, {totalText(t, durationMs)}
      </NamesHead>
      <SongList
        label={t('Songs on {title}', { title })}
        path=""
        first={{ items: tracks, nextCursor: null }}
        rooms={rooms}
        total={tracks.length}
      />
    </>
  )
}
