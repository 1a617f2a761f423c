import { randomInt } from 'node:crypto'

/** Letters and digits that nobody confuses when they read a code aloud: no I, O, 0, 1. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const CODE = new RegExp(`^[${LETTERS}]{6}$`)

/** One of about a thousand million. */
export function newCode(): string {
  return Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** The code that somebody typed, whatever the case, with spaces or dashes; null when it can't be one. */
export function readCode(text: string): string | null {
  const code = text.replace(/[\s\p{Dash}]/gu, '').toUpperCase()
  return CODE.test(code) ? code : null
}
