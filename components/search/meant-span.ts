/** Where in the text the letters of a misspelt word stand: those of the word that is meant, without the wrong ones. */
export function meantSpan(plain: string, word: string): number[] {
  if (word.length < 3) return []
  for (const { 0: candidate, index } of plain.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    // One letter too few, as many, or one too many; and of a longer word only the beginning has been typed.
    for (const size of [word.length, word.length + 1, word.length - 1]) {
      const begun = candidate.slice(0, size)
      if (begun.length === size && isOneErrorApart(begun, word)) return sameLetters(begun, word).map((at) => index + at)
    }
  }
  return []
}

function isOneErrorApart(a: string, b: string): boolean {
  const head = commonHead(a, b)
  const [restA, restB] = [a.slice(head), b.slice(head)]
  if (restA.length === restB.length + 1) return restA.slice(1) === restB
  if (restB.length === restA.length + 1) return restB.slice(1) === restA
  if (restA.length !== restB.length) return false
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
  return isSwapped || restA.slice(1) === restB.slice(1)
}

/** The places in `a` whose letters were typed, in whatever order. */
function sameLetters(a: string, b: string): number[] {
  const head = commonHead(a, b)
  const tail = Math.min(commonHead(reversed(a), reversed(b)), Math.min(a.length, b.length) - head)
  const isTyped = (at: number) =>
    at < head || at >= a.length - tail || b.slice(head, b.length - tail).includes(a[at] ?? ' ')
  return Array.from(a, (_, at) => at).filter(isTyped)
}

function commonHead(a: string, b: string): number {
  let size = 0
  while (size < a.length && size < b.length && a[size] === b[size]) size++
  return size
}

const reversed = (text: string) => [...text].reverse().join('')
