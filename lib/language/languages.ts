/** The languages of the interface, each by its own name. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof LANGUAGES

/** How numbers and dates are written. */
export const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }

export const LANGUAGE_COOKIE = 'earshot-language'

export const readLanguage = (text: string | undefined): Language | null =>
  text !== undefined && Object.hasOwn(LANGUAGES, text) ? (text as Language) : null

/** What was chosen, else the first that the browser asks for (`Accept-Language`), else English. */
export function languageFor(chosen: string | undefined, accepted: string | null): Language {
  const wishes = (accepted ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().split(';')
    const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((q) => q !== undefined)
    return { language: readLanguage(tag.split('-')[0]?.toLowerCase()), quality: Number(quality ?? 1) }
  })
  const best = wishes.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality)
  return readLanguage(chosen) ?? best.find(({ language }) => language)?.language ?? 'en'
}
