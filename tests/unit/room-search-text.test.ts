import { expect, test } from 'vitest'
import { highlight, isExact } from '@/components/room/search-text'

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
