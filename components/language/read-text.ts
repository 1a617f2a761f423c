import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { LANGUAGE_COOKIE, languageFor } from '@/lib/language/languages'
import type { Text } from '@/lib/language/text'
import { textOf } from './text-of'

/** The language of who sent this request: once a request, in server components. */
export const readText = cache(async (): Promise<Text> => {
  const [chosen, sent] = await Promise.all([cookies(), headers()])
  return textOf(languageFor(chosen.get(LANGUAGE_COOKIE)?.value, sent.get('accept-language')))
})
