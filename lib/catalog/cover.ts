import { FORMS } from './cover-forms'
import { PALETTES } from './cover-palettes'
import type { CoverColour } from './track'

/** The picture of a song that brought none, as SVG text. Same id, same picture, for ever. */
export function cover(id: string): string {
  const { form, palette, random } = plan(id)
  const art = form(palette, random)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><rect width="400" height="400" fill="${palette.ground}"/>${art}</svg>`
}

/** The hues of the same picture, without drawing it. */
export function coverColour(id: string): CoverColour {
  const { h, c, h2 } = plan(id).palette
  return { h, c, h2 }
}

function plan(id: string) {
  const seed = hash(`earshot:173:${id}`)
  return { form: pick(FORMS, seed), palette: pick(PALETTES, seed >>> 9), random: mulberry(seed) }
}

function pick<T>(list: readonly [T, ...T[]], number: number): T {
  return list[number % list.length] ?? list[0]
}

/** FNV-1a with a stirring at the end: ids that differ in one letter share nothing. */
function hash(text: string): number {
  let h = 2166136261
  for (const letter of text) h = Math.imul(h ^ (letter.codePointAt(0) ?? 0), 16777619)
  h = Math.imul(h ^ (h >>> 15), 2246822507)
  return (h ^ (h >>> 13)) >>> 0
}

/** mulberry32: the same sequence of numbers from 0 to 1 in every engine. */
function mulberry(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
