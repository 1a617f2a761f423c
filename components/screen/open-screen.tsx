'use client'

import { MonitorPlay } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { Brand } from '@/components/ui/mark'
import type { RoomPreview } from '@/lib/rooms/schema'

/** A television without an account: one button, no name. It comes in as a screen, which is nobody. */
export function OpenScreen({ preview }: { preview: RoomPreview }) {
  const t = useText()
  const router = useRouter()
  const [error, setError] = useState<string | null>(null)
  const [isJoining, setJoining] = useState(false)
  const [isEntering, startTransition] = useTransition()
  const isBusy = isJoining || isEntering
  const show = async () => {
    setError(null)
    setJoining(true)
    const answer = await call('post', '/api/rooms/{code}/members', {
      params: { code: preview.code },
      body: { isScreen: true },
    })
    setJoining(false)
    if (!answer.ok) return setError(answer.refusal.message)
    startTransition(() => router.refresh())
  }
  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr] p-5">
      <Brand className="justify-self-start" />
      <div className="m-auto grid max-w-[24em] justify-items-center gap-[1em] text-center text-[clamp(16px,1.7vw,34px)]">
        <h1 className="text-[2em] leading-tight font-semibold tracking-[-0.03em] text-balance [overflow-wrap:anywhere]">
          {t('Show {name} on this screen', { name: preview.name })}
        </h1>
        <p className="leading-normal text-pretty text-text-2">
          {t(
            'Cover, queue, votes and the code to join, big enough for the whole room. No account and no name: a screen counts as nobody.',
          )}
        </p>
        <Button
          busy={isBusy}
          onClick={show}
          autoFocus
          className="mt-[0.5em] h-[3em] gap-[0.6em] rounded-[0.8em] px-[1.6em] text-[1em] [&_svg]:size-[1.3em]"
        >
          <MonitorPlay aria-hidden="true" strokeWidth={1.75} />
          {t('Show the room')}
        </Button>
        {error && <FieldError>{error}</FieldError>}
      </div>
    </main>
  )
}
