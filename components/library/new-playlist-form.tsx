'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { Field, FieldError } from '@/components/ui/field'
import { Switch } from '@/components/ui/switch'
import { showToast } from '@/components/ui/toaster'

/** A name, and who may see it. With songs it stays where it is and says so; without, it leads to the new playlist. */
export function NewPlaylistForm({ trackIds, onDone }: { trackIds?: string[]; onDone: () => void }) {
  const router = useRouter()
  const [isPublic, setPublic] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<{ name?: string; form?: string }>({})

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name')).trim()
    if (!name) return setError({ name: 'Give the playlist a name.' })
    setBusy(true)
    const made = await call('post', '/api/playlists', { body: { name, isPublic, trackIds: trackIds ?? [] } })
    setBusy(false)
    if (!made.ok) {
      const { fields, message } = made.refusal
      return setError(fields?.name ? { name: fields.name } : { form: message })
    }
    const goThere = () => router.push(`/playlist/${made.value.id}`)
    onDone()
    if (!trackIds) return goThere()
    showToast(`${name} is yours`, { kind: 'good', action: { label: 'Go there', onClick: goThere } })
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <Field
        label="Name"
        name="name"
        maxLength={100}
        placeholder="Sunday morning"
        autoComplete="off"
        error={error.name}
        onChange={() => setError({})}
      />
      <Switch
        label="Public"
        hint={isPublic ? 'Anyone with the link sees it.' : 'Only you see it.'}
        checked={isPublic}
        onChange={setPublic}
      />
      <div aria-live="assertive">{error.form && <FieldError className="mt-0">{error.form}</FieldError>}</div>
      <Button type="submit" size="lg" busy={isBusy} className="w-full">
        {isBusy ? 'Making it' : 'Make the playlist'}
      </Button>
    </form>
  )
}
