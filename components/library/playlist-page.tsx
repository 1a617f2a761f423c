'use client'
import { Globe, Lock } from 'lucide-react'
import { useText } from '#text'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import { coverStyle } from '@/components/ui/cover-style'
import { PageColour } from '@/components/ui/page-colour'
import { Tag } from '@/components/ui/tag'
import type { EntryPage, PlaylistView } from '@/lib/playlists/schema'
import { PlaylistActions } from './playlist-actions'
import { PlaylistCover } from './playlist-cover'
import { PlaylistSongs } from './playlist-songs'
import { songsText, totalText } from './song-text'

type Props = { playlist: PlaylistView; first: EntryPage; rooms: RoomChoice[] }

/** A playlist in the colour of its cover: what it is, what can be done with it, and its songs. */
export function PlaylistPage({ playlist, first, rooms }: Props) {
  const t = useText()
  const { name, description, ownerName, isMine, isPublic, trackCount, durationMs } = playlist
  return (
    <>
      <PageColour {...playlist.colour} />
      <header
        data-cover=""
        style={coverStyle(playlist.colour)}
        className="hairline relative isolate mb-6 flex flex-wrap items-end gap-x-6 gap-y-5 overflow-hidden rounded-[20px] bg-surface-1 p-4 before:-z-10 before:absolute before:inset-0 before:bg-[radial-gradient(60%_140%_at_0_0,var(--glow-1),transparent_75%),radial-gradient(50%_100%_at_100%_100%,var(--glow-2),transparent_80%)] before:content-[''] sm:flex-nowrap sm:p-6"
      >
        <PlaylistCover playlist={playlist} />
        <div className="min-w-0 flex-1 max-sm:basis-full">
          <Tag className="mb-2">
            {isPublic ? (
              <Globe aria-hidden="true" strokeWidth={1.75} />
            ) : (
              <Lock aria-hidden="true" strokeWidth={1.75} />
            )}
            {isPublic ? t('Public playlist') : t('Private playlist')}
          </Tag>
          <h1 className="text-balance font-semibold text-[28px] leading-[34px] tracking-[-0.028em] [overflow-wrap:anywhere] lg:text-[40px] lg:leading-[44px]">
            {name}
          </h1>
          {description && (
            <p className="mt-2 max-w-[640px] whitespace-pre-line text-text-2 [overflow-wrap:anywhere]">{description}</p>
          )}
          <p className="mt-2 text-text-2">
            {isMine ? t('Yours') : ownerName} · {songsText(t, trackCount)}
            {trackCount > 0 && `, ${totalText(t, durationMs)}`}
          </p>
          <PlaylistActions playlist={playlist} rooms={rooms} />
        </div>
      </header>
      <PlaylistSongs playlist={playlist} first={first} rooms={rooms} />
    </>
  )
}
