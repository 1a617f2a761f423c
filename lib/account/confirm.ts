import { passwordMatches } from '@/lib/auth/password'
import { db } from '@/lib/db'
import { countTry, inWords, resetLimit } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'

/** Asks for the password again before what changes an account. Refuses `wrong_credentials`, `rate_limited`. */
export async function confirmPassword({
  userId,
  password,
}: {
  userId: string
  password: string
}): Promise<Result<void>> {
  const { isAllowed, left, waitMs } = await countTry('confirmPassword', userId)
  if (!isAllowed) {
    const message = `Too many wrong passwords. Wait ${inWords(waitMs)}, then try again.`
    return { ok: false, refusal: { code: 'rate_limited', message, retryAfterMs: waitMs } }
  }
  const user = await db().user.findUnique({ where: { id: userId }, select: { passwordHash: true } })
  if (await passwordMatches(password, user?.passwordHash ?? null)) {
    await resetLimit('confirmPassword', userId)
    return ok(undefined)
  }
  const sentence = `That is not your password. ${left} ${left === 1 ? 'try' : 'tries'} left.`
  return refuse('wrong_credentials', sentence, { currentPassword: sentence })
}
