import type { Random } from './seeded-random'

/** What fingers do: one letter wrong, missing, doubled, added or swapped with its neighbour, anywhere. */
export function withTypo(text: string, random: Random): string {
  const letters = [...text]
  const at = random.index(letters.length)
  const kind = random.index(4)
  const other = random.pick([...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => letter !== letters[at]?.toLowerCase()))
  if (kind === 0) letters[at] = other
  else if (kind === 1) letters.splice(at, 1)
  else if (kind === 2) letters.splice(at, 0, random.chance(0.3) ? (letters[at] ?? other) : other)
  else letters.splice(Math.min(at, letters.length - 2), 2, ...swapped(letters, Math.min(at, letters.length - 2)))
  return letters.join('')
}

const swapped = (letters: string[], at: number) => [letters[at + 1] ?? '', letters[at] ?? '']
