import { english, type Text } from '@/lib/language/text'

// A page has one language for as long as it lives: choosing another loads it anew.
let spoken: Text = english

/** The provider says what the page speaks. */
export function speak(text: Text) {
  spoken = text
}

/** For code of the browser that is no component. Components call `useText`. */
export const browserText = (): Text => spoken

/** A refusal of the server, which speaks English, as this page says it. */
export function heardRefusal<R extends { message: string; fields?: Record<string, string> }>(refusal: R): R {
  const { message, fields } = refusal
  if (!fields) return { ...refusal, message: spoken.heard(message) }
  const said = Object.entries(fields).map(([name, sentence]) => [name, spoken.heard(sentence)])
  return { ...refusal, message: spoken.heard(message), fields: Object.fromEntries(said) }
}
