'use client'
import { Check, Plus } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { Suspense, use, useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { Cover } from '@/components/ui/cover'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Empty } from '@/components/ui/empty'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { PlaylistCard } from '@/lib/playlists/schema'
import type { Result } from '@/lib/result'
import { NewPlaylistForm } from './new-playlist-form'
import { songsText } from './song-text'
import { useAddToPlaylist } from './use-add-to-playlist'

type Track = { id: string; title: string }
type MyPlaylists = { items: PlaylistCard[]; withTrack: string[] }

/** My playlists, to put a song into one; a bottom sheet on phones. Mount it to ask. */
export function AddToPlaylistDialog({ track, onClose }: { track: Track; onClose: () => void }) {
  const t = useText()
  const ask = () => call('get', '/api/playlists', { query: { containing: track.id } })
  const [asked, setAsked] = useState(ask)
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent title={t('Add to a playlist')} description={<span className="line-clamp-1">{track.title}</span>}>
        <Suspense fallback={<SkeletonRows rows={3} label={t('Loading your playlists')} />}>
          <Choice asked={asked} track={track} onClose={onClose} onRetry={() => setAsked(ask())} />
        </Suspense>
      </DialogContent>
    </Dialog>
  )
}

type ChoiceProps = { asked: Promise<Result<MyPlaylists>>; track: Track; onClose: () => void; onRetry: () => void }

function Choice({ asked, track, onClose, onRetry }: ChoiceProps) {
  const t = useText()
  const answer = use(asked)
  const add = useAddToPlaylist(track)
  const [isNew, setNew] = useState(answer.ok && answer.value.items.length === 0)
  if (!answer.ok) return <NoPlaylists {...answer.refusal} onRetry={onRetry} />
  const { items, withTrack } = answer.value
  const choose = (playlist: PlaylistCard) => {
    onClose()
    void add(playlist)
  }
  if (isNew) return <NewPlaylistForm trackIds={[track.id]} onDone={onClose} />
  return (
    <>
      <Button variant="line" className="mb-2 self-start" onClick={() => setNew(true)}>
        <Plus aria-hidden="true" strokeWidth={1.75} />
        {t('New playlist')}
      </Button>
      <ul className="-mx-2 min-h-0 overflow-y-auto">
        {items.map((playlist) => (
          <li key={playlist.id}>
            <button
              type="button"
              onClick={() => choose(playlist)}
              className="flex w-full min-w-0 items-center gap-3 rounded-md p-2 text-left hover:bg-surface-2 focus-visible:-outline-offset-2"
            >
              <Cover track={playlist} size={44} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium" title={playlist.name}>
                  {playlist.name}
                </span>
                <span className="block text-sm text-text-3">{songsText(t, playlist.trackCount)}</span>
              </span>
              {withTrack.includes(playlist.id) && (
                <span className="flex items-center gap-1.5 text-accent text-sm">
                  <Check aria-hidden="true" strokeWidth={2} className="size-4" />
                  {t('In it')}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function NoPlaylists({ code, message, onRetry }: { code: string; message: string; onRetry: () => void }) {
  const t = useText()
  const [path, query] = [usePathname(), useSearchParams().toString()]
  if (code !== 'not_signed_in')
    return (
      <Empty
        isPanel={false}
        heading="h3"
        title={t('Your playlists did not come')}
        dots={[{ x: -34, y: 31, is: 'late' }]}
        action={
          <Button variant="line" onClick={onRetry}>
            {t('Try again')}
          </Button>
        }
      >
        {message}
      </Empty>
    )
  return (
    <Empty
      isPanel={false}
      heading="h3"
      title={t('Playlists belong to an account')}
      action={
        <Button asChild>
          <Link href={`/login?next=${encodeURIComponent(query ? `${path}?${query}` : path)}`}>{t('Sign in')}</Link>
        </Button>
      }
    >
      {t('Sign in, and the songs that you like here stay with you.')}
    </Empty>
  )
}
