'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field, FieldError } from '@/components/ui/field'
import { focusWrong } from '@/components/ui/focus-wrong'
import { showToast } from '@/components/ui/toaster'
import type { Result } from '@/lib/result'

/** Address and password: each asks for the password until now, and changes at once. */
export function AccountForms({ email }: { email: string }) {
  const t = useText()
  return (
    <ul>
      <Row name={t('Email')} value={email}>
        <ChangeDialog
          title={t('Change your address')}
          change={(email, currentPassword) => call('put', '/api/me/email', { body: { email, currentPassword } })}
          field={{ name: 'email', label: t('New address'), type: 'email', autoComplete: 'email' }}
          done={t('Your address is changed')}
        />
      </Row>
      <Row name={t('Password')} value={t('Signs out every other browser when it changes')}>
        <ChangeDialog
          title={t('Change your password')}
          change={(password, currentPassword) =>
            call('put', '/api/me/password', { body: { password, currentPassword } })
          }
          field={{ name: 'password', label: t('New password'), type: 'password', autoComplete: 'new-password' }}
          done={t('Your password is changed, and every other browser signed out')}
        />
      </Row>
    </ul>
  )
}

function Row({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-3.5 border-t py-3 first:border-t-0 first:pt-0">
      <div className="min-w-0 flex-1">
        <div className="font-medium">{name}</div>
        <div className="text-sm text-text-3 [overflow-wrap:anywhere]">{value}</div>
      </div>
      {children}
    </li>
  )
}

type NewField = { name: string; label: string; type: string; autoComplete: string }

type Changing = {
  title: string
  field: NewField
  change: (value: string, currentPassword: string) => Promise<Result<unknown>>
  done: string
}

function ChangeDialog(changing: Changing) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="line" size="sm" aria-label={changing.title}>
          {t('Change')}
        </Button>
      </DialogTrigger>
      <DialogContent title={changing.title}>
        <ChangeForm {...changing} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}

/** Within the dialog, so that what went wrong is gone with it. */
function ChangeForm({ field, change, done, onDone }: Changing & { onDone: () => void }) {
  const t = useText()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const clear = (name: string) => setErrors(({ [name]: _, form: __, ...rest }) => rest)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    setBusy(true)
    const changed = await change(String(given.get(field.name)), String(given.get('currentPassword')))
    setBusy(false)
    if (!changed.ok) {
      setErrors(changed.refusal.fields ?? { form: changed.refusal.message })
      return focusWrong(form, changed.refusal.fields)
    }
    onDone()
    showToast(done, { kind: 'good' })
    router.refresh()
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <Field {...field} error={errors[field.name]} onChange={() => clear(field.name)} />
      <Field
        label={t('Password until now')}
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        error={errors.currentPassword}
        onChange={() => clear('currentPassword')}
      />
      <div aria-live="assertive">{errors.form && <FieldError className="mt-0">{errors.form}</FieldError>}</div>
      <Button type="submit" size="lg" busy={isBusy} className="w-full">
        {t('Save')}
      </Button>
    </form>
  )
}
