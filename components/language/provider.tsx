'use client'
import { type ReactNode, use, useEffect, useMemo } from 'react'
import type { Language } from '@/lib/language/languages'
import { NO_WORDS, textIn } from '@/lib/language/text'
import { speak } from './browser-text'
import { LanguageContext } from './context'
import { wordsOf } from './words'

/** The language of everything inside, as the server chose it. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  const words = language === 'en' ? NO_WORDS : use(wordsOf(language))
  const text = useMemo(() => textIn(language, words), [language, words])
  useEffect(() => speak(text), [text])
  return <LanguageContext value={text}>{children}</LanguageContext>
}
