import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { german } from '@/lib/language/german/german'
import { languageFor } from '@/lib/language/languages'
import { english, msg, textIn } from '@/lib/language/text'
import { bareWordsIn, codeFiles, refusalsIn, sentencesIn } from '@/tests/support/sentences'

const pages = codeFiles('app', 'components')
const t = textIn('de', german)

test('whatever a page says has its German, and no German is left over', () => {
  const said = new Set(pages.flatMap(sentencesIn))
  expect(said.size).toBeGreaterThan(900)
  const known = { ...german.heard, ...german.said }
  expect([...said].filter((sentence) => !(sentence in known))).toEqual([])
  const inLib = codeFiles('lib').flatMap(sentencesIn)
  expect(Object.keys(german.said).filter((sentence) => !said.has(sentence) && !inLib.includes(sentence))).toEqual([])
})

test('no words stand in a page but by the functions that translate', () => {
  const files = pages.filter((file) => !/docs\/|global-error/.test(file))
  // Names, units and what a terminal prints are the same in every language.
  const same = ['Copper Hours', 'Tin Orchard', 'API', 'CSV', 'req', 'ms', 'bpm']
  const bare = files.filter((file) => !file.endsWith('run-your-own.tsx')).flatMap(bareWordsIn)
  expect(bare.filter((words) => !same.includes(words))).toEqual([])
})

test('a translation has the blanks, numbers and tags of its sentence', () => {
  for (const [sentence, translated] of Object.entries({ ...german.said, ...german.heard })) {
    // German has one word for all ordinals, and does without some plurals.
    expect(blanksOf(translated), sentence).toEqual(blanksOf(sentence))
  }
})

function blanksOf(sentence: string): string[] {
  const names = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      const part = value as { type?: number; value?: unknown }
      // Plain text (0) and `#` (7) name nothing.
      if (typeof part.type === 'number' && part.type !== 0 && part.type !== 7) names.add(String(part.value))
      for (const inner of Object.values(value)) visit(inner)
    }
  }
  visit(new IntlMessageFormat(sentence, 'en').getAst())
  return [...names].sort()
}

test('whatever the server refuses a person with has its German', () => {
  const known = new Set(
    [...Object.keys(german.heard), ...Object.keys(german.said)].map((sentence) => sentence.replace(/\{\w+\}/g, '…')),
  )
  // Said to programs, which read English.
  const toPrograms = /content type|METRICS_TOKEN|counted|JSON|\bids?\b|There is no message/
  const refusals = codeFiles('app/api', 'app/_server', 'lib').flatMap(refusalsIn)
  expect(refusals.length).toBeGreaterThan(80)
  const isKnown = (sentence: string) =>
    known.has(sentence) || [...known].some((one) => one.includes('…') && matches(sentence, one))
  expect(refusals.filter((sentence) => !isKnown(sentence) && !toPrograms.test(sentence))).toEqual([])
})

/** A count with its noun is two blanks in the code, and one word more in the dictionary. */
const matches = (sentence: string, known: string) => known.startsWith(sentence.split('…')[0] || '\0')

test('counts, places and elements stand where the language wants them', () => {
  const votes = msg('{votes, plural, one {# vote} other {# votes}}')
  expect([1, 0, 1200].map((count) => english(votes, { votes: count }))).toEqual(['1 vote', '0 votes', '1,200 votes'])
  expect([1, 1200].map((count) => t(votes, { votes: count }))).toEqual(['1 Stimme', '1.200 Stimmen'])
  const place = msg('{title} is in. {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} of {total}')
  const placeOf = (count: number) => english(place, { title: 'A', place: count, total: 30 }).slice(9)
  expect([1, 2, 3, 4, 11, 22].map(placeOf)).toEqual([
    '1st of 30',
    '2nd of 30',
    '3rd of 30',
    '4th of 30',
    '11th of 30',
    '22nd of 30',
  ])
  const link = (inside: unknown[]) => ({ link: inside.join('') })
  expect(t.parts('New here? <link>Make an account</link>', { link })).toEqual(['Neu hier? ', { link: 'Konto anlegen' }])
  expect(t.number(1234.5, 1)).toBe('1.234,5')
})

test('what people write is never taken for a sentence', () => {
  expect(english('{name} added {title}', { name: '<b>{x}</b>', title: "it's {0}" })).toBe("<b>{x}</b> added it's {0}")
  for (const word of ['constructor', 'toString', '__proto__']) expect([t(word), t.heard(word)]).toEqual([word, word])
})

test('the answers of the server are read out in the language of the page', () => {
  expect(t.heard('That was a lot in a short time. Wait 2 minutes, then go on.')).toBe(
    'Das war viel in kurzer Zeit. Warte 2 Minuten, dann mach weiter.',
  )
  expect(t.heard('Only Maya and 1 minute can skip here.')).toBe('Nur Maya and 1 minute kann hier überspringen.')
  expect(t.heard('Something nobody has translated.')).toBe('Something nobody has translated.')
  expect(english.heard('Type a name.')).toBe('Type a name.')
})

test('the language is what was chosen, else what the browser asks for first, else English', () => {
  expect(languageFor(undefined, 'de-AT,de;q=0.9,en;q=0.8')).toBe('de')
  expect(languageFor(undefined, 'fr-FR,fr;q=0.9,en;q=0.7,de;q=0.8')).toBe('de')
  expect(languageFor(undefined, 'en-GB,de;q=0.9')).toBe('en')
  expect(languageFor(undefined, 'de;q=0, fr')).toBe('en')
  expect(languageFor('en', 'de')).toBe('en')
  for (const chosen of ['toString', 'xx', '']) expect(languageFor(chosen, 'de')).toBe('de')
  for (const accepted of [null, '', '*', ';;,,q=', 'x'.repeat(10_000)])
    expect(languageFor(undefined, accepted)).toBe('en')
})
