import type { Words } from '@/lib/language/heard'
import type { Language } from '@/lib/language/languages'

/** Only their readers load them. */
const loads: Record<Exclude<Language, 'en'>, () => Promise<Words>> = {
  de: async () => (await import('@/lib/language/german/german')).german,
}

const known = new Map<Language, Promise<Words>>()

/** The same promise each time, so that React can wait for it. */
export function wordsOf(language: Exclude<Language, 'en'>): Promise<Words> {
  const before = known.get(language)
  if (before) return before
  const loading = loads[language]()
  known.set(language, loading)
  return loading
}
