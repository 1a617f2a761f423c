'use client'

import { ListPlus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { say } from '@/components/room/room-toasts'
import { Button } from '@/components/ui/button'

/** Keeps what has been on as a playlist of mine. Guests are told to sign in. */
export function SaveSession({ code, label, variant }: { code: string; label: string; variant: 'line' | 'ghost' }) {
  const t = useText()
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const answer = await call('post', '/api/rooms/{code}/playlist', { params: { code } })
    setBusy(false)
    if (!answer.ok) return say.refusal(answer.refusal)
    const { id, name, trackCount } = answer.value
    say.saved(
      t('Saved as {name}. {trackCount, plural, one {# song} other {# songs}}', { name, trackCount }),
      `/playlist/${id}`,
    )
  }
  return (
    <Button variant={variant} size={variant === 'ghost' ? 'sm' : 'md'} busy={isBusy} onClick={save}>
      <ListPlus aria-hidden="true" strokeWidth={1.75} />
      {label}
    </Button>
  )
}
