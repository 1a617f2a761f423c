'use client'
import { arrayMove } from '@dnd-kit/sortable'
import { ListX } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { showToast } from '@/components/ui/toaster'
import type { EntryPage, PlaylistEntry } from '@/lib/playlists/schema'
import type { Result } from '@/lib/result'
import { usePages } from './use-pages'

const ENTRY = '/api/playlists/{id}/tracks/{entryId}'

/** A playlist's songs, and what its owner does with them: shown at once, sent one after the other. */
export function usePlaylistSongs(id: string, first: EntryPage) {
  const t = useText()
  const router = useRouter()
  const { items, setItems, more, again, isWhole } = usePages<PlaylistEntry>(
    `/api/playlists/${id}/tracks`,
    first,
    entryIdOf,
  )
  const last = useRef<Promise<unknown>>(Promise.resolve())

  /** What the server refuses is not so any more: another tab was quicker. Then the list is read anew. */
  const send = async <T>(run: () => Promise<Result<T>>): Promise<T | null> => {
    const sent = last.current.then(run)
    last.current = sent
    const answer = await sent
    if (answer.ok) return answer.value
    showToast(answer.refusal.message, { kind: 'bad' })
    await again()
    // So are the counts above it, if not the whole playlist; without a network the browser would leave the page.
    if (answer.refusal.code !== 'offline') router.refresh()
    return null
  }

  const move = (entryId: string, to: number) => {
    const from = items.findIndex((item) => item.entryId === entryId)
    if (from < 0 || to < 0 || from === to) return
    const moved = arrayMove(items, from, to)
    setItems(moved)
    const afterId = moved[to - 1]?.entryId ?? null
    void send(() => call('patch', ENTRY, { params: { id, entryId }, body: { afterId } }))
  }

  const moveToEnd = (entryId: string) => {
    const moved = items.find((item) => item.entryId === entryId)
    const others = items.filter((item) => item !== moved)
    // While the end has not come yet, it will come with it.
    setItems(moved && isWhole() ? [...others, moved] : others)
    void send(() => call('patch', ENTRY, { params: { id, entryId }, body: {} }))
  }

  const putBack = async (entry: PlaylistEntry, afterId: string | null) => {
    const body = { trackIds: [entry.track.id], afterId, allowTwice: true }
    const added = await send(() => call('post', '/api/playlists/{id}/tracks', { params: { id }, body }))
    const [back] = added?.items ?? []
    if (!back) return
    setItems((before) => {
      const index = before.findIndex((item) => item.entryId === afterId) + 1
      return [...before.slice(0, index), back, ...before.slice(index)]
    })
    router.refresh()
  }

  const remove = async (entry: PlaylistEntry) => {
    setItems((before) => before.filter((item) => item.entryId !== entry.entryId))
    const removed = await send(() => call('delete', ENTRY, { params: { id, entryId: entry.entryId } }))
    if (!removed) return
    router.refresh()
    showToast(t('{title} is out of the playlist', { title: entry.track.title }), {
      icon: ListX,
      action: { label: t('Undo'), onClick: () => void putBack(entry, removed.afterId) },
    })
  }

  const append = (entries: PlaylistEntry[]) => {
    // While the end has not come yet, it will come with them.
    if (isWhole()) setItems((before) => [...before, ...entries])
    router.refresh()
  }
  return { items, more, move, moveToEnd, remove, append }
}

export const entryIdOf = ({ entryId }: PlaylistEntry) => entryId
