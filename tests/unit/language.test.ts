import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { german } from '@/lib/language/german/german'
import { languageFor } from '@/lib/language/languages'
import { english, msg, textIn } from '@/lib/language/text'
import { bareWordsIn, codeFiles, sentencesIn, serverSentencesIn } from '@/tests/support/sentences'

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

test('whatever the server tells people has its German', () => {
  // Said to programs, or written into logs for admins: both are English.
  const toOthers =
    /content type|METRICS_TOKEN|counted|JSON|\bids?\b|no message|2026-|events? at once|one event|the device|no such week|seven days|not happened|of a job|milliseconds|begins at 0|that long|worker|Ready after|extract/
  // Ends of longer ones.
  const ends = ['Wait … before the next try.', '… … left.']
  const files = codeFiles('app/api', 'app/_server', 'lib', 'server/realtime', 'server/worker')
  const sentences = files.filter((file) => !/openapi\/|metrics\/|language\//.test(file)).flatMap(serverSentencesIn)
  expect(sentences.length).toBeGreaterThan(170)
  expect(
    sentences.filter((sentence) => !isKnown(sentence) && !toOthers.test(sentence) && !ends.includes(sentence)),
  ).toEqual([])
})

/** What is filled in may be a count with its noun: for that the dictionary has a sentence each. */
function isKnown(sentence: string): boolean {
  const [start = ''] = sentence.split('…')
  if (t.heard(sentence) !== sentence) return true
  return start.length > 4 && start !== sentence && Object.keys(german.heard).some((known) => known.startsWith(start))
}

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
  expect(t.heard('Only Maya, Jonas and 3 others can skip here.')).toBe(
    'Überspringen kann hier nur Maya, Jonas und 3 andere.',
  )
  expect(t.heard('That is 15:00:00 long. The room takes up to 12 minutes.')).toBe(
    'Das ist 15:00:00 lang. Der Raum nimmt bis zu 12 Minuten.',
  )
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
