'use client'
import { type ReactNode, use, useEffect } from 'react'
import type { Language } from '@/lib/language/languages'
import { english } from '@/lib/language/text'
import { speak } from './browser-text'
import { LanguageContext } from './context'
import { textOf } from './text-of'

/** The language of everything inside, as the server chose it. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  const text = language === 'en' ? english : use(textOf(language))
  useEffect(() => speak(text), [text])
  return <LanguageContext value={text}>{children}</LanguageContext>
}
