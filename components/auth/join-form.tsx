'use client'
import { Copy } from 'lucide-react'
import { type FormEvent, useId } from 'react'
import { useJoinCode } from '@/components/home/use-join-code'
import { Button } from '@/components/ui/button'
import { CodeBoxes } from '@/components/ui/code-boxes'
import { FieldError, FieldHint } from '@/components/ui/field'
import { AuthFrame } from './auth-frame'
import { Beads } from './beads'

const COLOUR = { h: 228, c: 0.1, h2: 185 }
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six']

export function JoinForm() {
  const { code, setCode, error, isLooking, join } = useJoinCode()
  const noteId = useId()
  const left = 6 - code.length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (left === 0 && !isLooking) void join(code)
  }
  return (
    <AuthFrame
      colour={COLOUR}
      title="Type the code"
      lead="Six characters, from the host’s screen or message."
      aside={
        <Beads
          beads={[
            { label: 'Maya, kitchen' },
            { label: 'Jonas, desk', x: 1 },
            { label: 'Priya, balcony', x: -1 },
            { label: 'Leo, hallway' },
            {
              label: left === 0 ? 'you' : `you, ${NUMBERS[left]} ${left === 1 ? 'character' : 'characters'} away`,
              x: left * 6,
              isYou: true,
            },
          ]}
        />
      }
    >
      <form onSubmit={submit} noValidate className="mt-7">
        <CodeBoxes
          value={code}
          onChange={setCode}
          onComplete={join}
          isInvalid={error !== null}
          describedBy={noteId}
          size="fill"
          autoFocus
        />
        <div id={noteId} aria-live="polite" className="mt-2 mb-5">
          {error ? (
            <FieldError>{error}</FieldError>
          ) : (
            <FieldHint>
              <Copy aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none" />
              You can paste all six. Small letters are fine.
            </FieldHint>
          )}
        </div>
        <Button type="submit" size="lg" busy={isLooking} disabled={left > 0} className="w-full">
          {isLooking ? 'Looking for the room' : 'Join'}
        </Button>
      </form>
    </AuthFrame>
  )
}
