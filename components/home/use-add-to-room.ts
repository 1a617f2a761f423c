'use client'
import { useRouter } from 'next/navigation'
import { useText } from '#text'
import { call } from '@/components/api'
import { showToast } from '@/components/ui/toaster'

export type RoomChoice = { code: string; name: string }

/** Puts a song into a room of mine, says so, and offers the way there. */
export function useAddToRoom(track: { id: string; title: string }) {
  const t = useText()
  const router = useRouter()
  return async (room: RoomChoice): Promise<void> => {
    const added = await call('post', '/api/rooms/{code}/streams', {
      params: { code: room.code },
      body: { trackId: track.id },
    })
    if (!added.ok)
      return void showToast(added.refusal.message, { kind: added.refusal.code === 'offline' ? 'bad' : 'warn' })
    showToast(t('{title} is in {name}', { title: track.title, name: room.name }), {
      kind: 'good',
      action: { label: t('Go there'), onClick: () => router.push(`/r/${room.code}`) },
    })
  }
}
