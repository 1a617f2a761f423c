import { invalidate } from '@/lib/cache/invalidate'
import { user } from '@/lib/cache/kinds/user'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'

type Like = { userId: string; trackId: string }

/** Idempotent: the first like keeps its date. Refuses `not_found`. */
export async function likeTrack({ userId, trackId }: Like): Promise<Result<{ isLiked: true }>> {
  // One statement, so that a song or an account that goes at the same moment is no error.
  await db().$executeRaw`
    INSERT INTO "LikedTrack" ("userId", "trackId")
    SELECT u."id", t."id" FROM "User" u, "Track" t WHERE u."id" = ${userId}::uuid AND t."id" = ${trackId}::uuid
    ON CONFLICT DO NOTHING`
  await invalidate(user, userId)
  const isThere = await db().track.count({ where: { id: trackId } })
  return isThere ? ok({ isLiked: true }) : refuse('not_found', 'There is no such song here.')
}

/** Idempotent. */
export async function unlikeTrack({ userId, trackId }: Like): Promise<Result<{ isLiked: false }>> {
  await db().likedTrack.deleteMany({ where: { userId, trackId } })
  await invalidate(user, userId)
  return ok({ isLiked: false })
}
