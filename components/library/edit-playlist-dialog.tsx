'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field, FieldError } from '@/components/ui/field'
import { focusWrong } from '@/components/ui/focus-wrong'
import { Switch } from '@/components/ui/switch'
import type { PlaylistView } from '@/lib/playlists/schema'

type Errors = { name?: string; description?: string; form?: string }

/** Name, description, and who may see it. */
export function EditPlaylistDialog({ playlist, onClose }: { playlist: PlaylistView; onClose: () => void }) {
  const t = useText()
  const router = useRouter()
  const [isPublic, setPublic] = useState(playlist.isPublic)
  const [isBusy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Errors>({})
  const clear = (name: keyof Errors) => setErrors(({ [name]: _, form: __, ...rest }) => rest)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const element = event.currentTarget
    const form = new FormData(element)
    const changes = { name: String(form.get('name')), description: String(form.get('description')), isPublic }
    setBusy(true)
    const changed = await call('patch', '/api/playlists/{id}', { params: { id: playlist.id }, body: changes })
    setBusy(false)
    if (!changed.ok) {
      setErrors(changed.refusal.fields ?? { form: changed.refusal.message })
      return focusWrong(element, changed.refusal.fields)
    }
    onClose()
    router.refresh()
  }
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent title={t('Edit the playlist')}>
        <form onSubmit={submit} noValidate className="grid gap-5">
          <Field
            label={t('Name')}
            name="name"
            maxLength={100}
            defaultValue={playlist.name}
            autoComplete="off"
            error={errors.name}
            onChange={() => clear('name')}
          />
          <Description
            text={playlist.description ?? ''}
            error={errors.description}
            onEdit={() => clear('description')}
          />
          <Switch
            label={t('Public')}
            hint={isPublic ? t('Anyone with the link sees it.') : t('Only you see it.')}
            checked={isPublic}
            onChange={setPublic}
          />
          <div aria-live="assertive">{errors.form && <FieldError className="mt-0">{errors.form}</FieldError>}</div>
          <Button type="submit" size="lg" busy={isBusy} className="w-full">
            {t('Save')}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  )
}

type DescriptionProps = { text: string; error: string | undefined; onEdit: () => void }

function Description({ text, error, onEdit }: DescriptionProps) {
  const t = useText()
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium text-sm">
        {t('Description')}
      </label>
      <textarea
        id={id}
        name="description"
        rows={3}
        maxLength={500}
        defaultValue={text}
        onChange={onEdit}
        aria-invalid={error ? true : undefined}
        className="hairline block w-full resize-y rounded-md bg-surface-2 px-3.5 py-2.5 text-text-1 outline-none focus:shadow-[inset_0_0_0_1px_var(--accent),0_0_0_3px_var(--accent-soft)] pointer-coarse:text-[16px]"
      />
      {error && <FieldError>{error}</FieldError>}
    </div>
  )
}
