import Link from 'next/link'
import type { ReactNode } from 'react'
import { useText } from '#text'
import { AddToRoom, type RoomChoice } from '@/components/home/add-to-room'
import { AddToPlaylist } from '@/components/library/add-to-playlist'
import { LikeButton } from '@/components/library/like-button'
import { lengthText } from '@/components/library/song-text'
import { Wave } from '@/components/room/stage/wave'
import { Cover } from '@/components/ui/cover'
import { coverStyle } from '@/components/ui/cover-style'
import { ExplicitMark } from '@/components/ui/explicit-mark'
import { Tag } from '@/components/ui/tag'
import { albumHref, artistHref } from '@/lib/catalog/addresses'
import type { TrackDetails } from '@/lib/catalog/track'
import { dateText } from '@/lib/date-text'
import { PreviewWide } from './preview-wide'

type Props = { track: TrackDetails; rooms: RoomChoice[]; isSignedIn: boolean }

/** Cover, names, what is known of it, its shape, and what can be done with it. */
export function TrackHead({ track, rooms, isSignedIn }: Props) {
  const t = useText()
  const { title, artist, album, audio, peaks } = track
  return (
    <header
      data-cover=""
      style={coverStyle(track.colour)}
      className="hairline relative isolate mb-4 overflow-hidden rounded-[20px] bg-surface-1 p-4 before:-z-10 before:absolute before:inset-0 before:bg-[radial-gradient(60%_140%_at_0_0,var(--glow-1),transparent_75%),radial-gradient(50%_100%_at_100%_100%,var(--glow-2),transparent_80%)] before:content-[''] sm:p-6"
    >
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4 sm:flex-nowrap">
        <Cover
          track={track}
          size={208}
          className="!h-auto !w-40 sm:!w-52 aspect-square rounded-[14px] shadow-cover max-sm:mx-auto"
        />
        <div className="min-w-0 flex-1 max-sm:basis-full">
          {!audio && <Tag className="mb-2">{t('Cannot play here')}</Tag>}
          <h1 className="text-balance font-semibold text-[28px] leading-[34px] tracking-[-0.028em] [overflow-wrap:anywhere] lg:text-3xl">
            {title}
          </h1>
          <p className="mt-1 text-md text-text-2 [overflow-wrap:anywhere]">
            {track.isExplicit && <ExplicitMark />}
            <Named href={artistHref(artist)}>{artist}</Named>
            {album && (
              <>
                {' · '}
                <Named href={albumHref(artist, album)}>{album}</Named>
              </>
            )}
          </p>
          <Facts track={track} />
          <div className="mt-4 flex flex-wrap items-center gap-2">
            {audio && <PreviewWide url={audio.preview} title={title} />}
            {audio && <AddToRoom track={track} rooms={rooms} look="button" />}
            {isSignedIn && <LikeButton track={track} />}
            {isSignedIn && <AddToPlaylist track={track} />}
          </div>
        </div>
      </div>
      {peaks.length > 0 && (
        <div aria-hidden="true" className="mt-5 text-accent opacity-80">
          <Wave peaks={peaks} />
        </div>
      )}
    </header>
  )
}

function Facts({ track: { durationMs, bpm, genre, createdAt, audio } }: { track: TrackDetails }) {
  const t = useText()
  return (
    <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1 text-sm text-text-2">
      <span className="mono">{lengthText(durationMs)}</span>
      {bpm && <span className="mono">{Math.round(bpm)} bpm</span>}
      {genre && <span>{genre}</span>}
      {audio?.site === 'youtube' && <span>{t('From YouTube')}</span>}
      <span>{t('Here since {date}', { date: dateText(t.locale, createdAt) })}</span>
    </p>
  )
}

function Named({ href, children }: { href: string | null; children: ReactNode }) {
  if (!href) return children
  return (
    <Link href={href} className="font-medium text-text-1 hover:underline">
      {children}
    </Link>
  )
}
