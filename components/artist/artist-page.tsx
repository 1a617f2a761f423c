import { useText } from '#text'
import { Shelf } from '@/components/home/shelf'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import { SongLine } from '@/components/library/song-line'
import { songsText } from '@/components/library/song-text'
import { PageColour } from '@/components/ui/page-colour'
import { artistHref } from '@/lib/catalog/addresses'
import type { ArtistView } from '@/lib/catalog/artist'
import type { TrackPage } from '@/lib/catalog/schema'
import { AlbumTile } from './album-tile'
import { NamesHead } from './names-head'
import { SongList } from './song-list'

type Props = { artist: ArtistView; first: TrackPage; rooms: RoomChoice[] }

/** An artist: what is hot of theirs, their albums, and all their songs. */
export function ArtistPage({ artist: { name, songs, coverUrl, colour, hot, albums }, first, rooms }: Props) {
  const t = useText()
  const path = artistHref(name)?.replace('/artist/', '/api/artists/')
  return (
    <>
      <PageColour {...colour} />
      <NamesHead kind={t('Artist')} name={name} coverUrl={coverUrl} colour={colour} isRound>
        {songsText(t, songs)}
        {albums.length > 0 && `, ${t('{count, plural, one {# album} other {# albums}}', { count: albums.length })}`}
      </NamesHead>
      {hot.length > 0 && songs > hot.length && (
        <Shelf title={t('Hottest now')} note={t('All rooms')}>
          <ul>
            {hot.map((track) => (
              <li key={track.id} className="h-16">
                <SongLine track={track} rooms={rooms} />
              </li>
            ))}
          </ul>
        </Shelf>
      )}
      {albums.length > 0 && (
        <Shelf title={t('Albums')}>
          <ul className="grid grid-cols-2 gap-4 sm:grid-cols-4 sm:gap-5 lg:grid-cols-6">
            {albums.map((album) => (
              <AlbumTile key={album.title} album={album} />
            ))}
          </ul>
        </Shelf>
      )}
      <Shelf title={t('Songs')} note={songs > 1 && t('The newest first')}>
        <SongList
          label={t('Songs by {name}', { name })}
          path={`${path}/tracks`}
          first={first}
          rooms={rooms}
          total={songs}
        />
      </Shelf>
    </>
  )
}
