/** One decimal is enough at 400 units, and keeps the text short. */
export const n = (x: number) => +x.toFixed(1)

export const between = (random: () => number, lo: number, hi: number) => lo + random() * (hi - lo)

export const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))

export const fade = (id: string, a: string, b: string, x2 = 0, y2 = 1) =>
  `<linearGradient id="${id}" x2="${x2}" y2="${y2}"><stop stop-color="${a}"/><stop offset="1" stop-color="${b}"/></linearGradient>`
