import { invalidate } from '@/lib/cache/invalidate'
import { preferences } from '@/lib/cache/kinds/preferences'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { preferencesOf, readNotices } from './queries'
import type { Preferences, UpdatePreferencesInput } from './schema'

/** Two tabs that change different things at once keep both. Refuses `session_ended` when the account is gone. */
export async function updatePreferences({
  userId,
  changes,
}: {
  userId: string
  changes: UpdatePreferencesInput
}): Promise<Result<Preferences>> {
  const { notices, ...lists } = changes
  const isThere = await db().$transaction(async (tx) => {
    const users = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`
    if (users.length === 0) return false
    const before = await tx.userPreferences.findUnique({ where: { userId }, select: { settings: true } })
    const settings = { notices: { ...readNotices(before?.settings), ...notices } }
    await tx.userPreferences.upsert({
      where: { userId },
      create: { userId, settings, ...lists },
      update: { settings, ...lists },
    })
    return true
  })
  if (!isThere) return refuse('session_ended', 'Your account is gone.')
  await invalidate(preferences, userId)
  return ok(await preferencesOf(userId))
}
