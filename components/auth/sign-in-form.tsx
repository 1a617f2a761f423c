'use client'
import { AtSign } from 'lucide-react'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { useText } from '#text'
import { Sentence } from '@/components/language/sentence'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { msg } from '@/lib/language/text'
import { AuthFrame } from './auth-frame'
import { Beads } from './beads'
import { withNext } from './next-path'
import { PasswordField } from './password-field'
import { signIn } from './sign-in'
import { takeLanguage } from './take-language'

const COLOUR = { h: 190, c: 0.1, h2: 60 }

// Next-auth brings people back with words in the address; anybody can write such a link, so they are not shown.
const FAILED = msg('That did not work. Try once more.')

export function SignInForm({ next, hasFailed }: { next: string; hasFailed: boolean }) {
  const t = useText()
  const [error, setError] = useState(hasFailed ? t(FAILED) : null)
  const [state, setState] = useState<'open' | 'asking' | 'in'>('open')

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state !== 'open') return
    const fields = event.currentTarget.elements
    const form = new FormData(event.currentTarget)
    const login = String(form.get('login')).trim()
    const password = String(form.get('password'))
    if (!login || !password) {
      const missing = fields.namedItem(login ? 'password' : 'login')
      if (missing instanceof HTMLElement) missing.focus()
      return setError(t('Type your email or username, and your password.'))
    }
    setState('asking')
    setError(null)
    const answer = await signIn(login, password)
    setState(answer.ok ? 'in' : 'open')
    if (!answer.ok) return setError(answer.refusal.message)
    await takeLanguage()
    // A full load: every page must be drawn anew for the one who is here now.
    window.location.assign(next)
  }

  return (
    <AuthFrame
      colour={COLOUR}
      title={t('Good to hear you again')}
      aside={
        <Beads
          beads={[
            { label: t('Your phone') },
            { label: t('Your laptop') },
            { label: t('The old tablet'), x: 1 },
            { label: t('this browser'), x: state === 'in' ? 0 : 36, isYou: true },
          ]}
        />
      }
    >
      <form onSubmit={submit} method="post" noValidate className="mt-7 grid gap-4">
        <Field
          label={t('Email or username')}
          name="login"
          size="lg"
          icon={AtSign}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          required
          onChange={() => setError(null)}
        />
        <PasswordField
          label={t('Password')}
          name="password"
          size="lg"
          autoComplete="current-password"
          required
          error={error}
          onChange={() => setError(null)}
        />
        <Button type="submit" size="lg" busy={state !== 'open'} className="mt-1 w-full">
          {state === 'open' ? t('Sign in') : t('Signing in')}
        </Button>
      </form>
      <div className="my-6 flex items-center gap-4 text-sm text-text-3 before:h-px before:flex-1 before:bg-line before:content-[''] after:h-px after:flex-1 after:bg-line after:content-['']">
        {t('or')}
      </div>
      <Button asChild variant="line" size="lg" className="w-full">
        <Link href="/join">{t('Join a room without an account')}</Link>
      </Button>
      <p className="mt-6 text-center text-text-3">
        <Sentence
          of="New here? <link>Make an account</link>"
          with={{
            link: (words) => (
              <Link className="link" href={withNext('/register', next)}>
                {words}
              </Link>
            ),
          }}
        />
      </p>
    </AuthFrame>
  )
}
