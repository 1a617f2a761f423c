'use client'

import { UserPlus } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useState, useTransition } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Sentence } from '@/components/language/sentence'
import { keepSilentIn } from '@/components/room/sound/silent-choice'
import { Button } from '@/components/ui/button'
import { Field, FieldError } from '@/components/ui/field'

const linkTo = (href: string) => (words: ReactNode) => (
  <Link className="link" href={href}>
    {words}
  </Link>
)

/** A guest gives a name; who is known just comes in. The press is also the gesture that sound needs. */
export function JoinRoomForm({ code, needsName }: { code: string; needsName: boolean }) {
  const t = useText()
  const router = useRouter()
  const [error, setError] = useState<string | null>(null)
  const [isJoining, setJoining] = useState(false)
  const [isEntering, startTransition] = useTransition()

  const join = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isJoining || isEntering) return
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    const displayName = String(form.get('name') ?? '').trim()
    const isSilent = form.get('sound') === 'none'
    const field = event.currentTarget.querySelector<HTMLInputElement>('input[name="name"]')
    if (needsName && !displayName) {
      field?.focus()
      return setError(t('Type a name, so that the room knows who you are.'))
    }
    setError(null)
    setJoining(true)
    const answer = await call('post', '/api/rooms/{code}/members', {
      params: { code },
      body: needsName ? { displayName } : {},
    })
    setJoining(false)
    if (!answer.ok) {
      field?.focus()
      return setError(answer.refusal.fields?.displayName ?? answer.refusal.message)
    }
    keepSilentIn(code, isSilent)
    // The page stays, so the browser remembers the gesture; the server now draws the room in it.
    startTransition(() => router.refresh())
  }
  const isBusy = isJoining || isEntering
  return (
    <form onSubmit={join} noValidate className="mt-7">
      {needsName ? (
        <Field
          label={t('Your name')}
          name="name"
          size="lg"
          icon={UserPlus}
          maxLength={40}
          autoComplete="nickname"
          autoFocus
          error={error}
          hint={t('Shown to the room. No account, no email.')}
        />
      ) : (
        error && <FieldError>{error}</FieldError>
      )}
      <Button type="submit" size="lg" busy={isBusy} className="mt-5 w-full">
        {isBusy ? t('Opening the door') : t('Join and listen')}
      </Button>
      {!isBusy && (
        <Button type="submit" name="sound" value="none" variant="ghost" className="mt-2 w-full">
          {t('Join without sound')}
        </Button>
      )}
      <p className="mt-5 text-center text-balance text-text-3">
        {needsName && (
          <>
            <Sentence
              of="Have an account? <link>Sign in first</link>."
              with={{ link: linkTo(`/login?next=/r/${code}`) }}
            />{' '}
          </>
        )}
        <Sentence
          of="Is this a television? <link>Show the room on it</link>"
          with={{ link: linkTo(`/r/${code}/screen`) }}
        />
      </p>
    </form>
  )
}
