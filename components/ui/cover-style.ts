import type { CSSProperties } from 'react'

type Colour = { h: number; c: number; h2: number }

/** Lends a song's colour to a subtree: spread it beside `data-cover`, so that the tokens follow. */
export const coverStyle = ({ h, c, h2 }: Colour): CSSProperties => ({ '--h': h, '--c': c, '--h2': h2 }) as CSSProperties
