export type Part = { text: string; isHit: boolean }

/** Cuts a title into what was typed and what was not, whatever the case and the accents. */
export function highlight(text: string, query: string): Part[] {
  const plain = fold(text)
  const isHit = new Array<boolean>(text.length).fill(false)
  for (const word of wordsOf(query)) {
    const start = startOf(plain, word)
    if (start >= 0) isHit.fill(true, start, start + word.length)
  }
  const parts: Part[] = []
  for (let i = 0; i < text.length; i++) {
    const last = parts.at(-1)
    const hit = isHit[i] ?? false
    if (last && last.isHit === hit) last.text += text[i]
    else parts.push({ text: text[i] ?? '', isHit: hit })
  }
  return parts
}

/** Does each typed word begin a word of the text? Else it was only close. */
export function isExact(text: string, query: string): boolean {
  const plain = fold(text)
  return wordsOf(query).every((word) => startOf(plain, word) >= 0)
}

function startOf(plain: string, word: string): number {
  for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(plain[at - 1] ?? '')) return at
  }
  return -1
}

const wordsOf = (query: string) =>
  fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Small letters without accents, one for each of the text's, so that places stay the same. */
function fold(text: string): string {
  let plain = ''
  for (const unit of text.split('')) plain += unit.normalize('NFD').toLowerCase()[0] ?? unit
  return plain
}
