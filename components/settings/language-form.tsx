'use client'
import { useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { keepLanguage } from '@/components/language/keep-language'
import { Segmented } from '@/components/ui/segmented'
import { showToast } from '@/components/ui/toaster'
import { LANGUAGES, type Language, readLanguage } from '@/lib/language/languages'

/** The language of the interface: kept with the account, and by this browser. The page is drawn anew in it. */
export function LanguageForm({ initial, className }: { initial: Language | null; className?: string }) {
  const t = useText()
  const [chosen, setChosen] = useState(initial)
  const choose = async (value: string) => {
    const language = readLanguage(value)
    setChosen(language)
    const saved = await call('patch', '/api/me/preferences', { body: { language } })
    if (saved.ok) {
      keepLanguage(language)
      return window.location.reload()
    }
    setChosen(chosen)
    showToast(saved.refusal.message, { kind: 'bad' })
  }
  const named = Object.entries(LANGUAGES).map(([value, name]) => ({ value, label: <span lang={value}>{name}</span> }))
  return (
    <Segmented
      label={t('Language')}
      value={chosen ?? 'browser'}
      options={[{ value: 'browser', label: t('As the browser') }, ...named]}
      onChange={(value) => void choose(value)}
      className={className}
    />
  )
}
