'use client'
import { useRouter } from 'next/navigation'
import { use } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { showToast } from '@/components/ui/toaster'
import { OpenPlaylist } from './open-playlist'

type Track = { id: string; title: string }
type Target = { id: string; name: string }

/** Puts a song into a playlist and says so; a song that is there already comes a second time only when asked. */
export function useAddToPlaylist(track: Track) {
  const t = useText()
  const router = useRouter()
  const open = use(OpenPlaylist)
  const add = async (playlist: Target, allowTwice = false): Promise<void> => {
    const added = await call('post', '/api/playlists/{id}/tracks', {
      params: { id: playlist.id },
      body: { trackIds: [track.id], allowTwice },
    })
    if (!added.ok) return void showToast(added.refusal.message, { kind: 'bad' })
    if (added.value.items.length === 0)
      return void showToast(t('{title} is in {name} already', { title: track.title, name: playlist.name }), {
        action: { label: t('Add it again'), onClick: () => void add(playlist, true) },
      })
    if (open?.id === playlist.id) open.append(added.value.items)
    showToast(t('{title} is in {name}', { title: track.title, name: playlist.name }), {
      kind: 'good',
      action: { label: t('Go there'), onClick: () => router.push(`/playlist/${playlist.id}`) },
    })
  }
  return add
}
