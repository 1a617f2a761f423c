import type { Words } from '@/lib/language/heard'
import type { Language } from '@/lib/language/languages'
import { english, type Text, textIn } from '@/lib/language/text'

/** The code is English; what the others say, only their readers load. */
const loads: Record<Exclude<Language, 'en'>, () => Promise<Words>> = {
  de: async () => (await import('@/lib/language/german/german')).german,
}

const ENGLISH = Promise.resolve(english)
const known = new Map<Language, Promise<Text>>()

/** One a process or page: the same promise each time, so that React can wait for it, and each sentence is parsed once. */
export function textOf(language: Language): Promise<Text> {
  if (language === 'en') return ENGLISH
  const before = known.get(language)
  if (before) return before
  const loading = loads[language]().then((words) => textIn(language, words))
  // A browser that was offline for a moment may try again.
  loading.catch(() => known.delete(language))
  known.set(language, loading)
  return loading
}
