'use client'
import { useRouter } from 'next/navigation'
import { call } from '@/components/api'
import { type Named, NameForm } from '@/components/ui/name-form'
import { showToast } from '@/components/ui/toaster'

/** A name, and who may see it. With songs it stays where it is and says so; without, it leads to the new playlist. */
export function NewPlaylistForm({ trackIds, onDone }: { trackIds?: string[]; onDone: () => void }) {
  const router = useRouter()
  const make = async ({ name, isPublic }: Named) => {
    const made = await call('post', '/api/playlists', { body: { name, isPublic, trackIds: trackIds ?? [] } })
    if (!made.ok) return made.refusal
    const goThere = () => router.push(`/playlist/${made.value.id}`)
    onDone()
    if (trackIds) showToast(`${name} is yours`, { kind: 'good', action: { label: 'Go there', onClick: goThere } })
    else goThere()
    return null
  }
  return <NameForm words={WORDS} maxLength={100} make={make} />
}

const WORDS = {
  placeholder: 'Sunday morning',
  missing: 'Give the playlist a name.',
  hints: { public: 'Anyone with the link sees it.', private: 'Only you see it.' },
  verb: 'Make the playlist',
  busyVerb: 'Making it',
}
