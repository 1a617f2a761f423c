'use client'
import { ImageUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ChangeEvent, useRef, useState } from 'react'
import { useText } from '#text'
import { Cover } from '@/components/ui/cover'
import { Pulse } from '@/components/ui/pulse'
import { showToast } from '@/components/ui/toaster'
import type { PlaylistView } from '@/lib/playlists/schema'
import { PICTURE_TYPES, sendPicture } from './send-picture'

/** The cover; its owner presses it to choose another picture. */
export function PlaylistCover({ playlist }: { playlist: PlaylistView }) {
  const t = useText()
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const cover = <Cover track={playlist} size={176} className="!size-28 rounded-lg shadow-cover sm:!size-44" />
  if (!playlist.isMine) return cover

  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (!file) return
    setBusy(true)
    const sent = await sendPicture(t, `/api/playlists/${playlist.id}/cover`, file)
    setBusy(false)
    target.value = ''
    if (!sent.ok) return showToast(sent.refusal.message, { kind: 'bad' })
    router.refresh()
  }
  return (
    <span className="relative flex-none">
      {cover}
      <button
        type="button"
        aria-label={t('Choose another cover')}
        aria-busy={isBusy || undefined}
        onClick={() => input.current?.click()}
        className="absolute inset-0 grid place-items-center rounded-lg bg-scrim text-white opacity-0 transition-opacity duration-[120ms] hover:opacity-100 focus-visible:opacity-100 aria-busy:opacity-100"
      >
        {isBusy ? <Pulse state="wait" /> : <ImageUp aria-hidden="true" strokeWidth={1.75} className="size-6" />}
      </button>
      <input ref={input} type="file" accept={PICTURE_TYPES} hidden onChange={(event) => void choose(event)} />
    </span>
  )
}
