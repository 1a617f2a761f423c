import { z } from 'zod'
import { VISIBLE } from './visible'

// Control characters, and those that turn the direction of the text around them.
const PRINTABLE = /^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u

/** What others read as the name of somebody or something. `missing` is said when there is nothing to read. */
export const shownName = (most: number, missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(most, `At most ${most} characters.`)
    .regex(VISIBLE, missing)
    .regex(PRINTABLE, 'This name has characters that cannot be shown.')
