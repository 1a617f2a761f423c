'use client'
import Link from 'next/link'
import { useMemo } from 'react'
import { useText } from '#text'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import type { LikedPage, LikedTrack } from '@/lib/likes/schema'
import { SongLine } from './song-line'
import { usePages } from './use-pages'
import { VirtualRows } from './virtual-rows'

/** The songs that I like, the last one first. Taking a heart away leaves the row, so that it can be given back. */
export function LikedSongs({ first, total, rooms }: { first: LikedPage; total: number; rooms: RoomChoice[] }) {
  const t = useText()
  const { items, more } = usePages<LikedTrack>('/api/me/likes', first, keyOf)
  const isThere = useMemo(() => new Set(first.items.map(keyOf)), [first])
  if (items.length === 0)
    return (
      <Empty
        title={t('No song has your heart yet')}
        action={
          <Button asChild variant="line">
            <Link href="/search">{t('Find songs')}</Link>
          </Button>
        }
      >
        {t('Press the heart beside any song, and it waits for you here.')}
      </Empty>
    )
  return (
    <VirtualRows label={t('Liked songs')} count={items.length} total={Math.max(total, items.length)} onEnd={more}>
      {(index, place) => {
        const item = items[index]
        if (!item) return null
        return (
          <li key={keyOf(item)} {...place}>
            <SongLine track={item.track} rooms={rooms} isLiked={isThere.has(keyOf(item)) ? true : undefined} />
          </li>
        )
      }}
    </VirtualRows>
  )
}

const keyOf = ({ track }: LikedTrack) => track.id
