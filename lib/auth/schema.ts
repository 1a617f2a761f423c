import { z } from 'zod'
import { shownName } from '@/lib/shown-name'
import { isCommonPassword } from './common-passwords'

/** What bcrypt reads of a password; the rest would count for nothing. */
export const PASSWORD_BYTES = 72

export const email = z.string().trim().max(254, 'At most 254 characters.').pipe(z.email('That is no email address.'))

/** Without @, so that a username is never somebody's email address. */
export const username = z
  .string()
  .trim()
  .min(3, 'At least 3 characters.')
  .max(32, 'At most 32 characters.')
  .regex(/^[a-z0-9_.-]+$/i, 'Letters, digits, dot, dash and underscore only.')
  .regex(/^[a-z0-9].*[a-z0-9_]$/i, 'Start and end with a letter or digit.')

export const displayName = shownName(40, 'Type a name.')

export const password = z
  .string()
  .min(8, 'At least 8 characters.')
  .refine((value) => byteLength(value) <= PASSWORD_BYTES, 'At most 72 bytes: use a shorter one.')
  .refine((value) => !isCommonPassword(value), 'Too many people use this one. Take another.')

export const signUpInput = z
  .object({ email, username, password, displayName: displayName.optional() })
  .refine((input) => !isOwnName(input.password, input), {
    path: ['password'],
    message: 'Your name or address is the first thing to try. Take another.',
  })
export type SignUp = z.infer<typeof signUpInput>

export const signInInput = z.object({ login: z.string().trim().min(1).max(254), password: z.string().min(1).max(1000) })

export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

function isOwnName(value: string, { email, username }: { email: string; username: string }): boolean {
  const lower = value.toLowerCase()
  return [email, email.split('@')[0], username].some((name) => name?.toLowerCase() === lower)
}
