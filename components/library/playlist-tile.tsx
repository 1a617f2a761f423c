import { Globe } from 'lucide-react'
import Link from 'next/link'
import { useText } from '#text'
import { Cover } from '@/components/ui/cover'
import type { PlaylistCard } from '@/lib/playlists/schema'
import { songsText } from './song-text'

export function PlaylistTile({ playlist }: { playlist: PlaylistCard }) {
  const t = useText()
  const { id, name, trackCount, isPublic } = playlist
  return (
    <li className="min-w-0">
      <Link href={`/playlist/${id}`} className="group block rounded-lg">
        <Cover
          track={playlist}
          size={240}
          className="!h-auto !w-full mb-2.5 aspect-square rounded-lg transition-transform duration-[180ms] ease-out group-hover:-translate-y-0.5"
        />
        <span className="block truncate font-medium" title={name}>
          {name}
        </span>
        <span className="flex items-center gap-1.5 text-sm text-text-3">
          {songsText(t, trackCount)}
          {isPublic && (
            <>
              <Globe aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
              {t('Public')}
            </>
          )}
        </span>
      </Link>
    </li>
  )
}
