import { expect, test } from 'vitest'
import { highlight, isExact } from '@/components/search/highlight'

const hits = (text: string, query: string) =>
  highlight(text, query)
    .filter((part) => part.isHit)
    .map((part) => part.text)

test('typed words are found at the beginning of words', () => {
  expect(hits('The Paper Garden Plans', 'paper pla')).toEqual(['Paper', 'Pla'])
  expect(hits('Newspaper', 'paper')).toEqual([])
})

test('case and accents do not matter, and the text stays whole', () => {
  expect(hits('Über Café', 'uber cafe')).toEqual(['Über', 'Café'])
  expect(
    highlight('Über Café', 'ca')
      .map((part) => part.text)
      .join(''),
  ).toBe('Über Café')
})

test('a song is exact when each typed word begins one of its words', () => {
  expect(isExact('Paper Planets Orrery', 'paper orr')).toBe(true)
  expect(isExact('Piper, Play On', 'paper pla')).toBe(false)
  expect(isExact('Anything', '')).toBe(true)
})

test('a misspelt word marks the letters that were right', () => {
  for (const [text, typed, hits] of [
    ['Night Ferry', 'nihgt', ['Night']],
    ['Night Ferry', 'ferrz', ['Ferr']],
    ['Copper Hours', 'coper', ['Cop', 'er']],
    ['Copper Hours', 'copperhours', ['Copper', 'Hours']],
    ['Lanterns', 'lanp', ['Lan']],
    ['Beyoncé', 'beyonve', ['Beyon', 'é']],
    ['夜に駆ける', '駆ける', ['駆ける']],
  ] as const) {
    const marked = highlight(text, typed).filter((part) => part.isHit)
    expect(
      marked.map((part) => part.text),
      typed,
    ).toEqual(hits)
  }
})
