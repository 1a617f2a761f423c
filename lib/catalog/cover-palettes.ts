/** Five inks from ground to spark, and the hues that they lend to the page. */
export type Palette = {
  ground: string
  deep: string
  body: string
  light: string
  spark: string
  h: number
  c: number
  h2: number
}

export const PALETTES: readonly [Palette, ...Palette[]] = [
  { ground: '#07151c', deep: '#0d3a45', body: '#1f8a8c', light: '#f2b279', spark: '#fff0d8', h: 190, c: 0.1, h2: 60 },
  { ground: '#1a0b10', deep: '#5b1230', body: '#e0483e', light: '#ffb36b', spark: '#ffe9c9', h: 32, c: 0.13, h2: 10 },
  { ground: '#0c0f24', deep: '#20307d', body: '#5a7cf2', light: '#f7a8c4', spark: '#fdeef0', h: 268, c: 0.11, h2: 350 },
  { ground: '#0d1510', deep: '#1d4a30', body: '#63a860', light: '#e6dc6e', spark: '#fbf7d6', h: 128, c: 0.12, h2: 105 },
  { ground: '#180d1a', deep: '#5a1c55', body: '#d94f86', light: '#ffc08f', spark: '#fff1e0', h: 355, c: 0.12, h2: 50 },
  { ground: '#101214', deep: '#3a4148', body: '#98a5ad', light: '#f0542d', spark: '#f6f3ee', h: 38, c: 0.13, h2: 230 },
  { ground: '#16110a', deep: '#5c3a0c', body: '#d9962a', light: '#f8d97e', spark: '#fff8e2', h: 82, c: 0.12, h2: 60 },
  { ground: '#0a1320', deep: '#123f66', body: '#3aa0d8', light: '#b9e8e0', spark: '#f3fbf6', h: 228, c: 0.1, h2: 185 },
  { ground: '#f0e9dc', deep: '#d8c6a8', body: '#2f5d50', light: '#e4633a', spark: '#17211d', h: 42, c: 0.12, h2: 165 },
  { ground: '#e7edf2', deep: '#b9c9d6', body: '#2b4a86', light: '#ef7f9a', spark: '#141a2b', h: 5, c: 0.11, h2: 262 },
]
