import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { cover, coverColour } from '@/lib/catalog/cover'

const sha = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

const KNOWN: Record<string, string> = {
  'rings-0': '25d5f0a159d22f60',
  'tide-2': 'f6e0f70b091fcb35',
  'halftone-5': 'bb0eceab5f7a3a1b',
  'flute-28': '45ac6ad67b25e4dd',
  'quarters-5': '09cf04bbf109e325',
  'moire-18': 'c3c08ec908b824b8',
  'ridges-0': 'e71370c3e0d11aa5',
  'horizon-2': '24280821e1ab503c',
}
const IDS = Object.keys(KNOWN)

test('a cover never changes: these eight ids, one a form, keep the pictures that they were given', () => {
  const found = Object.fromEntries(IDS.map((id) => [id, sha(cover(id))]))
  expect(found).toEqual(KNOWN)
})

test('the colour that a page takes from a cover is within what the tokens promise', () => {
  for (let i = 0; i < 200; i++) {
    const { h, c, h2 } = coverColour(`song-${i}`)
    expect(h).toBeGreaterThanOrEqual(0)
    expect(h).toBeLessThan(360)
    expect(c).toBeLessThanOrEqual(0.13)
    expect(h2).toBeGreaterThanOrEqual(0)
  }
  expect(coverColour('song-1')).toEqual(coverColour('song-1'))
})

test('covers of many ids are well-formed, small and rarely alike', () => {
  const covers = Array.from({ length: 300 }, (_, i) => cover(`song-${i}`))
  for (const svg of covers) {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 400 400">.*<\/svg>$/s)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    expect(svg.length).toBeLessThan(16_000)
  }
  expect(new Set(covers).size).toBe(300)
})
