'use client'
import { AtSign, Check } from 'lucide-react'
import { useRef, useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Field } from '@/components/ui/field'
import { Pulse } from '@/components/ui/pulse'
import { Tag } from '@/components/ui/tag'
import type { Text } from '@/lib/language/text'
import type { Result } from '@/lib/result'

const PAUSE_MS = 350

type Answer = 'unknown' | 'asking' | 'free' | { wrong: string }

/** Says while one types whether the name is free, or why it can be nobody's. Sign-up decides. */
export function UsernameField({ error, onEdit }: { error?: string; onEdit: () => void }) {
  const t = useText()
  const [answer, setAnswer] = useState<Answer>('unknown')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef('')

  const ask = async (username: string) => {
    setAnswer('asking')
    const result = await call('get', '/api/users/available', { query: { username } })
    // An answer to what has been typed over since says nothing.
    if (latest.current !== username) return
    setAnswer(answerOf(t, result))
  }
  const edit = (text: string) => {
    onEdit()
    latest.current = text.trim()
    clearTimeout(timer.current)
    setAnswer('unknown')
    if (latest.current.length >= 3) timer.current = setTimeout(() => void ask(latest.current), PAUSE_MS)
  }

  return (
    <Field
      label={t('Username')}
      name="username"
      size="lg"
      icon={AtSign}
      autoComplete="username"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      required
      maxLength={32}
      error={error ?? (typeof answer === 'object' ? answer.wrong : null)}
      onChange={(event) => edit(event.target.value)}
      trailing={
        <span role="status">
          {answer === 'asking' && <Pulse state="wait" />}
          {answer === 'free' && !error && (
            <Tag variant="ok">
              <Check aria-hidden="true" />
              {t('free')}
            </Tag>
          )}
        </span>
      }
    />
  )
}

/** Only what is said about the name itself: that the server is away is no fault of it. */
function answerOf(t: Text, result: Result<{ available: boolean }>): Answer {
  if (result.ok) return result.value.available ? 'free' : { wrong: t('Somebody has this name. Take another.') }
  const wrong = result.refusal.fields?.username
  return wrong ? { wrong } : 'unknown'
}
