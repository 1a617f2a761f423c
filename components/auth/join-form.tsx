'use client'
import { Copy } from 'lucide-react'
import { type FormEvent, useId } from 'react'
import { useText } from '#text'
import { useJoinCode } from '@/components/home/use-join-code'
import { Button } from '@/components/ui/button'
import { CodeBoxes } from '@/components/ui/code-boxes'
import { FieldError, FieldHint } from '@/components/ui/field'
import { msg } from '@/lib/language/text'
import { AuthFrame } from './auth-frame'
import { Beads } from './beads'

const COLOUR = { h: 228, c: 0.1, h2: 185 }
const AWAY = msg(
  'you, {left, plural, =1 {one character} =2 {two characters} =3 {three characters} =4 {four characters} =5 {five characters} other {six characters}} away',
)

export function JoinForm() {
  const t = useText()
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
      title={t('Type the code')}
      lead={t('Six characters, from the host’s screen or message.')}
      aside={
        <Beads
          beads={[
            { label: t('Maya, kitchen') },
            { label: t('Jonas, desk'), x: 1 },
            { label: t('Priya, balcony'), x: -1 },
            { label: t('Leo, hallway') },
            {
              label: left === 0 ? t('you') : t(AWAY, { left }),
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
              {t('You can paste all six. Small letters are fine.')}
            </FieldHint>
          )}
        </div>
        <Button type="submit" size="lg" busy={isLooking} disabled={left > 0} className="w-full">
          {isLooking ? t('Looking for the room') : t('Join')}
        </Button>
      </form>
    </AuthFrame>
  )
}
