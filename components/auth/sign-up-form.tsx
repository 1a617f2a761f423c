'use client'
import { Mail } from 'lucide-react'
import Link from 'next/link'
import { type FormEvent, useRef, useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Sentence } from '@/components/language/sentence'
import { Button } from '@/components/ui/button'
import { Field, FieldError } from '@/components/ui/field'
import { ok } from '@/lib/result'
import { AuthFrame } from './auth-frame'
import { Beads } from './beads'
import { withNext } from './next-path'
import { PasswordField } from './password-field'
import { PasswordMeter } from './password-meter'
import { signIn } from './sign-in'
import { UsernameField } from './username-field'

const COLOUR = { h: 128, c: 0.12, h2: 105 }
const FIELDS = ['username', 'email', 'password'] as const

export function SignUpForm({ next }: { next: string }) {
  const t = useText()
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [isBusy, setBusy] = useState(false)
  const [password, setPassword] = useState('')
  /** Whose account is made already, when only the way in was lost: to try again must not find the name taken. */
  const madeFor = useRef('')
  const clear = (field: string) => setErrors(({ [field]: _, form: __, ...rest }) => rest)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    const form = event.currentTarget
    const [username = '', email = '', password = ''] = FIELDS.map((name) => String(new FormData(form).get(name)))
    setBusy(true)
    setErrors({})
    const body = { username: username.trim(), email: email.trim(), password }
    const made = madeFor.current === body.username ? ok(null) : await call('post', '/api/users', { body })
    if (made.ok) madeFor.current = body.username
    const entered = made.ok ? await signIn(body.username, password) : made
    if (entered.ok) return window.location.assign(next)
    setBusy(false)
    const { message, fields } = entered.refusal
    const known = FIELDS.filter((name) => fields?.[name])
    setErrors(fields && known.length > 0 ? fields : { form: message })
    form.querySelector<HTMLInputElement>(`[name="${known[0] ?? 'username'}"]`)?.focus()
  }

  return (
    <AuthFrame
      colour={COLOUR}
      title={t('Host your own room')}
      lead={t('Guests never need this. You do, so that the room stays yours.')}
      aside={
        <Beads
          beads={[
            { label: t('You, the host'), isYou: true },
            { label: t('a guest with a name') },
            { label: t('a friend’s phone') },
            { label: t('the television') },
            { label: t('whoever comes next') },
          ]}
        />
      }
    >
      <form onSubmit={submit} method="post" noValidate className="mt-7 grid gap-4">
        <UsernameField error={errors.username} onEdit={() => clear('username')} />
        <Field
          label={t('Email')}
          name="email"
          type="email"
          size="lg"
          icon={Mail}
          placeholder="you@home.example"
          autoComplete="email"
          required
          error={errors.email}
          onChange={() => clear('email')}
        />
        <PasswordField
          label={t('Password')}
          name="password"
          size="lg"
          autoComplete="new-password"
          required
          error={errors.password}
          hint={t('At least 8 characters. A few words in a row are best.')}
          below={<PasswordMeter password={password} />}
          onChange={(event) => {
            setPassword(event.target.value)
            clear('password')
          }}
        />
        <div aria-live="assertive">{errors.form && <FieldError className="mt-0">{errors.form}</FieldError>}</div>
        <Button type="submit" size="lg" busy={isBusy} className="w-full">
          {isBusy ? t('Making the account') : t('Make the account')}
        </Button>
      </form>
      <p className="mt-6 text-center text-text-3">
        <Sentence
          of="Already have one? <link>Sign in</link>"
          with={{
            link: (words) => (
              <Link className="link" href={withNext('/login', next)}>
                {words}
              </Link>
            ),
          }}
        />
      </p>
    </AuthFrame>
  )
}
