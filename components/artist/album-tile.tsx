import Link from 'next/link'
import { useText } from '#text'
import { songsText } from '@/components/library/song-text'
import { Cover } from '@/components/ui/cover'
import { albumHref } from '@/lib/catalog/addresses'
import type { AlbumCard } from '@/lib/catalog/artist'

export function AlbumTile({ album }: { album: AlbumCard }) {
  const t = useText()
  const { title, artist, songs } = album
  return (
    <li className="min-w-0">
      <Link href={albumHref(artist, title) ?? '/'} prefetch={false} className="group block rounded-lg">
        <Cover
          track={album}
          size={240}
          className="!h-auto !w-full mb-2.5 aspect-square rounded-lg transition-transform duration-[180ms] ease-out group-hover:-translate-y-0.5"
        />
        <span className="block truncate font-medium" title={title}>
          {title}
        </span>
        <span className="text-sm text-text-3">{songsText(t, songs)}</span>
      </Link>
    </li>
  )
}
