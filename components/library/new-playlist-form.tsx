'use client'
import { useRouter } from 'next/navigation'
import { useText } from '#text'
import { call } from '@/components/api'
import { type Named, NameForm } from '@/components/ui/name-form'
import { showToast } from '@/components/ui/toaster'
import { msg } from '@/lib/language/text'

/** A name, and who may see it. With songs it stays where it is and says so; without, it leads to the new playlist. */
export function NewPlaylistForm({ trackIds, onDone }: { trackIds?: string[]; onDone: () => void }) {
  const t = useText()
  const router = useRouter()
  const make = async ({ name, isPublic }: Named) => {
    const made = await call('post', '/api/playlists', { body: { name, isPublic, trackIds: trackIds ?? [] } })
    if (!made.ok) return made.refusal
    const goThere = () => router.push(`/playlist/${made.value.id}`)
    onDone()
    if (trackIds)
      showToast(t('{name} is yours', { name }), { kind: 'good', action: { label: t('Go there'), onClick: goThere } })
    else goThere()
    return null
  }
  return <NameForm words={WORDS} maxLength={100} make={make} />
}

const WORDS = {
  placeholder: msg('Sunday morning'),
  missing: msg('Give the playlist a name.'),
  hints: { public: msg('Anyone with the link sees it.'), private: msg('Only you see it.') },
  verb: msg('Make the playlist'),
  busyVerb: msg('Making it'),
}
