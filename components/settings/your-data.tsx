'use client'
import { Download, UserX } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'

/** Everything about me as a file, and the end of the account. */
export function YourData() {
  const t = useText()
  return (
    <div className="flex flex-wrap gap-2">
      <a href="/api/me/export" download className={buttonLook({ variant: 'line' })}>
        <Download aria-hidden="true" strokeWidth={1.75} />
        {t('Download everything')}
      </a>
      <DeleteAccount />
    </div>
  )
}

function DeleteAccount() {
  const t = useText()
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="ghost" className="text-danger hover:text-danger">
          <UserX aria-hidden="true" strokeWidth={1.75} />
          {t('Delete the account')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('Delete your account?')}
        description={t(
          'Your playlists, likes, reviews and messages go for good. Songs that you uploaded stay, without your name. Rooms that you host go to their first moderator, else they close.',
        )}
      >
        <DeleteForm />
      </DialogContent>
    </Dialog>
  )
}

/** Within the dialog, so that what went wrong is gone with it. */
function DeleteForm() {
  const t = useText()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const deleted = await call('delete', '/api/me', { body: { currentPassword: String(form.get('currentPassword')) } })
    if (deleted.ok) return window.location.assign('/')
    setBusy(false)
    setError(deleted.refusal.fields?.currentPassword ?? deleted.refusal.message)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <Field
        label={t('Your password')}
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        error={error}
        onChange={() => setError(null)}
      />
      <Button type="submit" variant="danger" size="lg" busy={isBusy} className="w-full">
        {t('Delete it for good')}
      </Button>
    </form>
  )
}
