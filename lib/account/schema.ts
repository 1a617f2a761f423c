import { z } from 'zod'
import { displayName, email, password } from '@/lib/auth/schema'

export const updateProfileInput = z.strictObject({ displayName })

/** The password until now: whoever finds an open browser must not take the account over. */
const currentPassword = z.string().min(1, 'Type your password.').max(1000)

export const changePasswordInput = z.strictObject({ currentPassword, password })
export type ChangePasswordInput = z.infer<typeof changePasswordInput>

export const changeEmailInput = z.strictObject({ currentPassword, email })
export type ChangeEmailInput = z.infer<typeof changeEmailInput>

export const deleteAccountInput = z.strictObject({ currentPassword })
