import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { LANGUAGE_COOKIE, languageFor } from '@/lib/language/languages'
import { english, type Text, textIn } from '@/lib/language/text'
import { wordsOf } from './words'

/** The language of who sent this request: once a request, in server components. */
export const readText = cache(async (): Promise<Text> => {
  const [chosen, sent] = await Promise.all([cookies(), headers()])
  const language = languageFor(chosen.get(LANGUAGE_COOKIE)?.value, sent.get('accept-language'))
  return language === 'en' ? english : textIn(language, await wordsOf(language))
})
