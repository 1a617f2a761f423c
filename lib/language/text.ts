import { IntlMessageFormat } from 'intl-messageformat'
import { translateHeard, type Words } from './heard'
import { type Language, LOCALES } from './languages'

type Values = Record<string, string | number>
/** Elements for the places in a sentence, and functions for its tags: `<link>…</link>`. */
export type Parts<T> = Record<string, string | number | T | ((inside: (string | T)[]) => T)>

/**
 * Says what the interface says in one language. A sentence stands in the code in English, where it is shown, and is its
 * own key: `t('{count, plural, one {# song} other {# songs}}', { count })`. One without translation stays English.
 */
export type Text = {
  (sentence: string, values?: Values): string
  /** A sentence with elements inside, as the list of its parts. */
  parts: <T>(sentence: string, values: Parts<T>) => (string | T)[]
  language: Language
  /** For `toLocaleString` and its kin. */
  locale: string
  /** What the server said, which speaks English. */
  heard: (sentence: string) => string
  /** A number as it is written there, with so many digits behind the point. */
  number: (value: number, digits?: number) => string
}

/** The code is English: only other languages have words. */
export const NO_WORDS: Words = { said: {}, heard: {}, filledIn: {} }

/** Marks a sentence that is shown elsewhere, by `t(…)`: in tables of labels, which are made before a language is known. */
export const msg = (sentence: string): string => sentence

export function textIn(language: Language, words: Words = NO_WORDS): Text {
  const locale = LOCALES[language]
  const translate = (sentence: string) =>
    (Object.hasOwn(words.said, sentence) ? words.said[sentence] : null) ?? sentence
  const formats = new Map<string, IntlMessageFormat>()
  const format = (sentence: string, ignoreTag: boolean) => {
    const key = ignoreTag ? sentence : `<${sentence}`
    const known = formats.get(key)
    if (known) return known
    const made = new IntlMessageFormat(translate(sentence), locale, undefined, { ignoreTag })
    formats.set(key, made)
    return made
  }
  const say = (sentence: string, values?: Values) =>
    values ? String(format(sentence, true).format(values)) : translate(sentence)
  const parts = <T>(sentence: string, values: Parts<T>) => {
    const made = format(sentence, false).format<T>(values as Parameters<IntlMessageFormat['format']>[0] & Parts<T>)
    return (Array.isArray(made) ? made : [made]) as (string | T)[]
  }
  const number = (value: number, digits = 0) =>
    value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const heard = (sentence: string) => translateHeard(sentence, words)
  return Object.assign(say, { parts, language, locale, number, heard })
}

/** The sentences as they stand in the code. */
export const english = textIn('en')
