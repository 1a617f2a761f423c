'use client'
import { type FormEvent, useState } from 'react'
import { useText } from '#text'
import { Button } from './button'
import { Field, FieldError } from './field'
import { focusWrong } from './focus-wrong'
import { Switch } from './switch'

export type Named = { name: string; isPublic: boolean }

/** In English, as `msg` has marked them. */
type Words = {
  placeholder: string
  /** Said when it is left empty. */
  missing: string
  /** Who finds it. */
  hints: { public: string; private: string }
  verb: string
  busyVerb: string
}

/** Makes something with a name that others may find or not. `make` answers why it could not; after null the form stays busy. */
export function NameForm({
  words,
  maxLength,
  make,
}: {
  words: Words
  maxLength: number
  make: (named: Named) => Promise<{ message: string; fields?: Record<string, string> } | null>
}) {
  const t = useText()
  const [isPublic, setPublic] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<{ name?: string; form?: string }>({})

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    const form = event.currentTarget
    const refuse = (error: { name?: string; form?: string }) => {
      setError(error)
      if (error.name) focusWrong(form, { name: error.name })
    }
    const name = String(new FormData(form).get('name')).trim()
    if (!name) return refuse({ name: t(words.missing) })
    setBusy(true)
    setError({})
    const refusal = await make({ name, isPublic })
    if (!refusal) return
    setBusy(false)
    refuse(refusal.fields?.name ? { name: refusal.fields.name } : { form: refusal.message })
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <Field
        label={t('Name')}
        name="name"
        maxLength={maxLength}
        placeholder={t(words.placeholder)}
        autoComplete="off"
        error={error.name}
        onChange={() => setError({})}
      />
      <Switch
        label={t('Public')}
        hint={t(isPublic ? words.hints.public : words.hints.private)}
        checked={isPublic}
        onChange={setPublic}
      />
      <div aria-live="assertive">{error.form && <FieldError className="mt-0">{error.form}</FieldError>}</div>
      <Button type="submit" size="lg" busy={isBusy} className="w-full">
        {t(isBusy ? words.busyVerb : words.verb)}
      </Button>
    </form>
  )
}
