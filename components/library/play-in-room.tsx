'use client'
import { ListOrdered, Play, Shuffle } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Empty } from '@/components/ui/empty'
import { Segmented } from '@/components/ui/segmented'
import { showToast } from '@/components/ui/toaster'
import type { Text } from '@/lib/language/text'

type Order = 'order' | 'shuffled'
type Added = { added: number; passedOver: number; stoppedBy: string | null }
type Props = { playlist: { id: string; name: string; trackCount: number }; rooms: RoomChoice[] }

/** Puts a playlist into a room of mine, as its rules allow. */
export function PlayInRoom({ playlist, rooms }: Props) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button disabled={playlist.trackCount === 0}>
          <Play aria-hidden="true" strokeWidth={1.75} className="fill-current" />
          {t('Play in a room')}
        </Button>
      </DialogTrigger>
      <DialogContent title={t('Play in a room')} description={<span className="line-clamp-1">{playlist.name}</span>}>
        {rooms.length > 0 ? <Rooms playlist={playlist} rooms={rooms} onDone={() => setOpen(false)} /> : <NoRoom />}
      </DialogContent>
    </Dialog>
  )
}

function Rooms({ playlist, rooms, onDone }: Props & { onDone: () => void }) {
  const t = useText()
  const router = useRouter()
  const [order, setOrder] = useState<Order>('order')
  const [busy, setBusy] = useState<string | null>(null)

  const play = async ({ code, name }: RoomChoice) => {
    if (busy !== null) return
    setBusy(code)
    const body = { playlistId: playlist.id, isShuffled: order === 'shuffled' }
    const added = await call('post', '/api/rooms/{code}/playlists', { params: { code }, body })
    setBusy(null)
    if (!added.ok) return showToast(added.refusal.message, { kind: 'warn' })
    onDone()
    showToast(wordsFor(t, added.value, name), {
      kind: added.value.added > 0 ? 'good' : 'warn',
      action: { label: t('Go there'), onClick: () => router.push(`/r/${code}`) },
    })
  }
  return (
    <>
      <Segmented label={t('Order')} value={order} options={ordersOf(t)} onChange={setOrder} className="mb-4 flex" />
      <ul className="-mx-2">
        {rooms.map((room) => (
          <li key={room.code}>
            <button
              type="button"
              aria-busy={busy === room.code || undefined}
              aria-disabled={busy !== null || undefined}
              onClick={() => void play(room)}
              className="flex min-h-11 w-full min-w-0 items-center gap-3 rounded-md px-2 text-left hover:bg-surface-2 focus-visible:-outline-offset-2 aria-disabled:opacity-45"
            >
              <span className="min-w-0 flex-1 truncate font-medium">{room.name}</span>
              <span className="mono text-sm text-text-3">{room.code}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function NoRoom() {
  const t = useText()
  return (
    <Empty
      isPanel={false}
      heading="h3"
      title={t('You are in no room yet')}
      action={
        <Button asChild>
          <Link href="/?open">{t('Open a room')}</Link>
        </Button>
      }
    >
      {t('Open one, then come back and play this in it.')}
    </Empty>
  )
}

/** "12 songs are in Kitchen. 3 wait there already or cannot come now." */
function wordsFor(t: Text, { added, passedOver, stoppedBy }: Added, room: string): string {
  const first =
    added === 0
      ? t('Nothing came into {room}.', { room })
      : t('{added, plural, one {# song is} other {# songs are}} in {room}.', { added, room })
  const rest = t('{passedOver, plural, one {# song waits} other {# songs wait}} there already or cannot come now.', {
    passedOver,
  })
  if (stoppedBy) return `${first} ${t.heard(stoppedBy)}`
  return passedOver > 0 ? `${first} ${rest}` : first
}

const ordersOf = (t: Text) =>
  [
    {
      value: 'order',
      label: (
        <>
          <ListOrdered aria-hidden="true" strokeWidth={1.75} />
          {t('In order')}
        </>
      ),
    },
    {
      value: 'shuffled',
      label: (
        <>
          <Shuffle aria-hidden="true" strokeWidth={1.75} />
          {t('Shuffled')}
        </>
      ),
    },
  ] as const
