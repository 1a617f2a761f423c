'use client'
import { ImageUp, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ChangeEvent, type FormEvent, useRef, useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { PICTURE_TYPES, sendPicture } from '@/components/library/send-picture'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Tag } from '@/components/ui/tag'
import { showToast } from '@/components/ui/toaster'
import { dateText } from '@/lib/date-text'
import type { Result } from '@/lib/result'

export type ProfileView = {
  id: string
  username: string
  email: string
  displayName: string
  avatarUrl: string | null
  role: 'user' | 'moderator' | 'admin'
  /** ISO. */
  createdAt: string
}

/** How others see me: picture and name, changed in the rooms that I am in as well. */
export function Profile({ profile }: { profile: ProfileView }) {
  const t = useText()
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="flex flex-wrap items-center gap-4">
        <Avatar id={profile.id} name={profile.displayName} url={profile.avatarUrl} size="xl" />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="truncate font-semibold text-lg">{profile.displayName}</span>
            {profile.role !== 'user' && (
              <Tag variant="accent">{profile.role === 'admin' ? t('Admin') : t('Moderator')}</Tag>
            )}
          </div>
          <p className="text-text-3 [overflow-wrap:anywhere]">
            {t('{username}, here since {date}', {
              username: profile.username,
              date: dateText(t.locale, profile.createdAt),
            })}
          </p>
          <Picture hasOne={profile.avatarUrl !== null} />
        </div>
      </div>
      <Name now={profile.displayName} />
    </div>
  )
}

function Picture({ hasOne }: { hasOne: boolean }) {
  const t = useText()
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const show = async (sent: Promise<Result<unknown>>) => {
    setBusy(true)
    const answer = await sent
    setBusy(false)
    if (!answer.ok) return showToast(answer.refusal.message, { kind: 'bad' })
    router.refresh()
  }
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file) await show(sendPicture(t, '/api/me/avatar', file))
    target.value = ''
  }
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <Button variant="line" size="sm" busy={isBusy} onClick={() => input.current?.click()}>
        <ImageUp aria-hidden="true" strokeWidth={1.75} />
        {hasOne ? t('Another picture') : t('Choose a picture')}
      </Button>
      {hasOne && (
        <Button variant="ghost" size="sm" onClick={() => void show(call('delete', '/api/me/avatar'))}>
          <Trash2 aria-hidden="true" strokeWidth={1.75} />
          {t('Take it off')}
        </Button>
      )}
      <input ref={input} type="file" accept={PICTURE_TYPES} hidden onChange={(event) => void choose(event)} />
    </div>
  )
}

function Name({ now }: { now: string }) {
  const t = useText()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const displayName = String(new FormData(event.currentTarget).get('displayName')).trim()
    if (displayName === now) return
    setBusy(true)
    const changed = await call('patch', '/api/me', { body: { displayName } })
    setBusy(false)
    if (!changed.ok) return setError(changed.refusal.fields?.displayName ?? changed.refusal.message)
    showToast(t('You are {name} now', { name: displayName }), { kind: 'good' })
    router.refresh()
  }
  return (
    <form onSubmit={submit} noValidate className="flex max-w-[420px] items-start gap-2">
      <Field
        label={t('Name')}
        name="displayName"
        defaultValue={now}
        maxLength={40}
        autoComplete="nickname"
        error={error}
        onChange={() => setError(null)}
        hint={t('What people in rooms see.')}
        className="min-w-0 flex-1"
      />
      <Button type="submit" variant="line" busy={isBusy} className="mt-[26px] h-11">
        {t('Save')}
      </Button>
    </form>
  )
}
