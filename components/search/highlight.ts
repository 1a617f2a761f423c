import { meantSpan } from './meant-span'

export type Part = { text: string; isHit: boolean }

/** Cuts a title into what was typed and what was not, whatever the case, the accents and the typing errors. */
export function highlight(text: string, query: string): Part[] {
  const plain = fold(text)
  const isHit = new Array<boolean>(text.length).fill(false)
  const words = wordsOf(query)
  for (const word of words) {
    const start = startOf(plain, word)
    if (start >= 0) isHit.fill(true, start, start + word.length)
    else for (const at of meantSpan(plain, word)) isHit[at] = true
  }
  if (!isHit.includes(true)) for (const at of lettersTogether(plain, words.join(''))) isHit[at] = true
  return partsOf(text, isHit)
}

/** Does each typed word begin a word of the text? Else it was only close. */
export function isExact(text: string, query: string): boolean {
  const plain = fold(text)
  return wordsOf(query).every((word) => startOf(plain, word) >= 0)
}

function partsOf(text: string, isHit: boolean[]): Part[] {
  const parts: Part[] = []
  for (let i = 0; i < text.length; i++) {
    const last = parts.at(-1)
    const hit = isHit[i] ?? false
    if (last && last.isHit === hit) last.text += text[i]
    else parts.push({ text: text[i] ?? '', isHit: hit })
  }
  return parts
}

function startOf(plain: string, word: string): number {
  for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
    if (at === 0 || !isLetter(plain[at - 1]) || !isSpaced(word)) return at
  }
  return -1
}

/** Where the letters stand one after another when nobody minds the spaces: "copperhours". */
function lettersTogether(plain: string, letters: string): number[] {
  if (letters.length < 4) return []
  const places = plain.split('').flatMap((unit, at) => (isLetter(unit) ? [at] : []))
  const start = places
    .map((at) => plain[at])
    .join('')
    .indexOf(letters)
  const isInside = isLetter(plain[(places[start] ?? 0) - 1])
  return start < 0 || isInside ? [] : places.slice(start, start + letters.length)
}

const isLetter = (unit: string | undefined) => /[\p{L}\p{M}\p{N}]/u.test(unit ?? '')
/** Chinese, Japanese and Thai put no spaces between words. */
const isSpaced = (word: string) => !/[\u0e00-\u0eff\u3005-\u30ff\u3400-\u9fff]/.test(word)

const wordsOf = (query: string) =>
  fold(query)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)

/** Small letters without accents, one for each of the text's, so that places stay the same. */
function fold(text: string): string {
  let plain = ''
  for (const unit of text.split('')) plain += unit.normalize('NFD').toLowerCase()[0] ?? unit
  return plain
}
