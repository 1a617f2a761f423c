// Telling everybody of everybody grows with the square of their number: 10 MB in a room of 500.

const CROWD = 100
/** A whole party comes in at once: so long changes are gathered into one message. */
const GATHER_MS = 200
const LONGEST_GATHER_MS = 10_000
/** Keeps the news below what the bus can carry. */
const CHUNK = 120

export const isCrowd = (people: number) => people > CROWD

/** How long changes are gathered before so many are told. */
export function gatherMs(people: number): number {
  return Math.min(LONGEST_GATHER_MS, GATHER_MS * Math.max(1, people / CROWD) ** 2)
}

/** The ids in portions that the bus can carry. */
export function chunks(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, index) =>
    ids.slice(index * CHUNK, (index + 1) * CHUNK),
  )
}
