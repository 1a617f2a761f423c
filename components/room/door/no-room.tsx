'use client'

import { type FormEvent, useId } from 'react'
import { useText } from '#text'
import { AuthFrame } from '@/components/auth/auth-frame'
import { Beads } from '@/components/auth/beads'
import { useJoinCode } from '@/components/home/use-join-code'
import { Button } from '@/components/ui/button'
import { CodeBoxes } from '@/components/ui/code-boxes'
import { FieldError } from '@/components/ui/field'
import { VISIBLE } from '@/lib/visible'

const COLOUR = { h: 228, c: 0.1, h2: 185 }

/** The address holds no room's code: here are the boxes to type the right one. */
export function NoRoom({ code, message }: { code: string; message: string | null }) {
  const t = useText()
  const { code: typed, setCode, error, isLooking, join } = useJoinCode()
  const noteId = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.length === 6 && !isLooking) void join(typed)
  }
  const shown = decode(code).slice(0, 12).toUpperCase()
  return (
    <AuthFrame
      colour={COLOUR}
      title={message ? t('Not so fast') : t('No room has this code')}
      lead={
        message
          ? t.heard(message)
          : t('{code} opens nothing. One character may be off, or the room has ended.', {
              code: VISIBLE.test(shown) ? shown : t('This code'),
            })
      }
      aside={
        <Beads
          beads={[{ label: t('the room') }, { label: t('everyone in it') }, { label: t('you'), x: 36, isYou: true }]}
        />
      }
    >
      <form onSubmit={submit} noValidate className="mt-7">
        <CodeBoxes
          value={typed}
          onChange={setCode}
          onComplete={join}
          isInvalid={error !== null}
          describedBy={noteId}
          size="fill"
        />
        <div id={noteId} aria-live="polite" className="mt-2 mb-5">
          {error && <FieldError>{error}</FieldError>}
        </div>
        <Button type="submit" size="lg" busy={isLooking} disabled={typed.length < 6} className="w-full">
          {isLooking ? t('Looking for the room') : t('Join')}
        </Button>
      </form>
    </AuthFrame>
  )
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
