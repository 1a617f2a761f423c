import { endOtherDevices } from '@/lib/auth/devices'
import { hashPassword } from '@/lib/auth/password'
import type { Device } from '@/lib/auth/refresh-token'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { confirmPassword } from './confirm'
import type { ChangeEmailInput, ChangePasswordInput } from './schema'

/** Every other browser is signed out. Refuses `wrong_credentials`, `rate_limited`. */
export async function changePassword({
  device,
  currentPassword,
  password,
}: { device: Device } & ChangePasswordInput): Promise<Result<{ ended: number }>> {
  const { userId } = device
  const confirmed = await confirmPassword({ userId, password: currentPassword })
  if (!confirmed.ok) return confirmed
  const passwordHash = await hashPassword(password)
  await db().user.updateMany({ where: { id: userId }, data: { passwordHash } })
  return ok({ ended: await endOtherDevices(device) })
}

/** Refuses `wrong_credentials`, `rate_limited`, `taken`. */
export async function changeEmail({
  userId,
  currentPassword,
  email,
}: { userId: string } & ChangeEmailInput): Promise<Result<{ email: string }>> {
  const confirmed = await confirmPassword({ userId, password: currentPassword })
  if (!confirmed.ok) return confirmed
  try {
    await db().$executeRaw`UPDATE "User" SET "email" = ${email}, "updatedAt" = now() WHERE "id" = ${userId}::uuid`
  } catch (error) {
    if (!isTaken(error)) throw error
    const sentence = 'Another account has this address.'
    return refuse('taken', sentence, { email: sentence })
  }
  return ok({ email })
}

// The unique key decides, whatever the case.
const isTaken = (error: unknown) => /23505/.test(JSON.stringify(error)) || /23505/.test(String(error))
