/** The same numbers for the same seed, on every machine (mulberry32). */
export function seededRandom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const index = (length: number) => Math.floor(next() * length)
  return {
    next,
    index,
    chance: (share: number) => next() < share,
    pick: (from: string[]) => from[index(from.length)] ?? '',
    /** Low numbers far more often: the higher the power, the more so. */
    lowerIndex: (length: number, power: number) => Math.floor(next() ** power * length),
  }
}

export type Random = ReturnType<typeof seededRandom>
