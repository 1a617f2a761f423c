'use client'

import { ListPlus } from 'lucide-react'
import { useState } from 'react'
import { call } from '@/components/api'
import { say } from '@/components/room/room-toasts'
import { countText } from '@/components/room/time-text'
import { Button } from '@/components/ui/button'

/** Keeps what has been on as a playlist of mine. Guests are told to sign in. */
export function SaveSession({ code, label, variant }: { code: string; label: string; variant: 'line' | 'ghost' }) {
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const answer = await call('post', '/api/rooms/{code}/playlist', { params: { code } })
    setBusy(false)
    if (!answer.ok) return say.refusal(answer.refusal)
    const { id, name, trackCount } = answer.value
    say.saved(`Saved as ${name}. ${countText(trackCount, 'song')}`, `/playlist/${id}`)
  }
  return (
    <Button variant={variant} size={variant === 'ghost' ? 'sm' : 'md'} busy={isBusy} onClick={save}>
      <ListPlus aria-hidden="true" strokeWidth={1.75} />
      {label}
    </Button>
  )
}
