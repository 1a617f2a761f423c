type Translations = Readonly<Record<string, string>>

/** English sentences with their translation. */
export type Words = {
  /** What the pages say, in ICU's syntax for numbers and plurals. */
  said: Translations
  /** What the server says in its answers, with plain `{blanks}` where it fills something in. */
  heard: Translations
  /** What it fills in that is words again: times, kinds of files, lists of people. */
  filledIn: Translations
}

/** The blanks for those. Whatever else stands in one is a number, or what people wrote. */
const OF_WORDS = new Set(['time', 'upTo', 'kind', 'names'])

/** A sentence of the server in another language; as it was when it is not known. */
export function translateHeard(sentence: string, { said, heard, filledIn }: Words): string {
  for (const sentences of [heard, said]) if (Object.hasOwn(sentences, sentence)) return sentences[sentence] ?? sentence
  for (const { pattern, translated } of patternsOf(heard)) {
    const found = pattern.exec(sentence)?.groups
    if (!found) continue
    return translated.replace(/\{(\w+)\}/g, (blank, name: string) => {
      const value = found[name] ?? blank
      return OF_WORDS.has(name) ? translateHeard(value, { said: {}, heard: filledIn, filledIn: {} }) : value
    })
  }
  return sentence
}

type Pattern = { pattern: RegExp; translated: string }

const known = new WeakMap<Translations, Pattern[]>()

function patternsOf(heard: Translations): Pattern[] {
  const before = known.get(heard)
  if (before) return before
  const made = Object.entries(heard)
    .filter(([sentence]) => sentence.includes('{'))
    .map(([sentence, translated]) => ({ pattern: patternOf(sentence), translated }))
  known.set(heard, made)
  return made
}

function patternOf(sentence: string): RegExp {
  const parts = sentence.split(/\{(\w+)\}/)
  const pattern = parts.map((part, place) =>
    place % 2 ? `(?<${part}>.+?)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  )
  return new RegExp(`^${pattern.join('')}$`, 's')
}
