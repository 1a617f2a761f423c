'use client'
import { AtSign, Check } from 'lucide-react'
import { useRef, useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Field } from '@/components/ui/field'
import { Pulse } from '@/components/ui/pulse'
import { Tag } from '@/components/ui/tag'

const PAUSE_MS = 350

type Answer = 'unknown' | 'asking' | 'free' | 'taken'

/** Says while one types whether the name is free. Sign-up decides. */
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
    setAnswer(result.ok ? (result.value.available ? 'free' : 'taken') : 'unknown')
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
      error={error ?? (answer === 'taken' ? t('Somebody has this name. Take another.') : null)}
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
