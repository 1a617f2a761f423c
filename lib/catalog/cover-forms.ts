import { halftone, moire, quarters, rings } from './cover-forms-flat'
import { flute, horizon, ridges, tide } from './cover-forms-scenic'
import type { Palette } from './cover-palettes'

/** Draws the inside of a 400 × 400 picture. */
export type Form = (palette: Palette, random: () => number) => string

export const FORMS: readonly [Form, ...Form[]] = [rings, tide, halftone, flute, quarters, moire, ridges, horizon]
