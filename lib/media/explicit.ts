import { showAnew } from '@/lib/admin/show-anew'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'

type Marking = { userId: string; uploadId: string; isExplicit: boolean }

/** Who uploaded a song says whether its words are explicit. Idempotent. Refuses `not_found`, and `forbidden` once a moderator has said it. */
export async function markOwnExplicit({ userId, uploadId, isExplicit }: Marking): Promise<Result<void>> {
  const [marked] = await db().$queryRaw<{ trackId: string | null; isSettled: boolean; isChanged: boolean }[]>`
    WITH song AS (
      SELECT s."id", s."trackId", s."metadata" ? 'explicitBy' AS "isSettled"
      FROM "Upload" u JOIN "Song" s ON s."id" = u."songId"
      WHERE u."id" = ${uploadId}::uuid AND u."userId" = ${userId}::uuid FOR NO KEY UPDATE OF s
    ),
    marked AS (
      UPDATE "Song" s SET "metadata" = jsonb_set(s."metadata", '{isExplicit}', to_jsonb(${isExplicit}::boolean))
      FROM song WHERE s."id" = song."id" AND NOT song."isSettled"
        AND coalesce((s."metadata" -> 'isExplicit')::boolean, false) <> ${isExplicit}::boolean
      RETURNING s."id"
    )
    SELECT "trackId", "isSettled", EXISTS (SELECT FROM marked) AS "isChanged" FROM song`
  if (!marked) return refuse('not_found', 'There is no such upload of yours.')
  if (marked.isSettled) return refuse('forbidden', 'A moderator has decided this for your song.')
  if (marked.trackId && marked.isChanged) await showAnew(marked.trackId)
  return ok(undefined)
}
