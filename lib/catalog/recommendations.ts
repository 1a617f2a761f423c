import { db } from '@/lib/db'
import { songJson } from './song-json'
import type { TrackSummary } from './track'
import { type TrackRow, trackSummary } from './track-view'

const CANDIDATES = 100
/** Beats a minute that two songs may differ by and still be alike. */
const TEMPO_RANGE = 8

/**
 * Songs like this one, the most alike first: its artist's (2), its genre's (1.5), as fast (up to 1), as loud (up to
 * 0.5), in its key or the relative one (0.25). Candidates come from three indexes; empty for a song that is not there.
 */
export async function recommendationsFor({
  trackId,
  limit,
}: {
  trackId: string
  limit: number
}): Promise<TrackSummary[]> {
  const rows = await db().$queryRaw<TrackRow[]>`
    WITH seed AS (
      SELECT t."id", t."artist", t."genre", f."tempo", f."loudness", f."key", f."mode"
      FROM "Track" t LEFT JOIN "AudioFeatures" f ON f."trackId" = t."id" WHERE t."id" = ${trackId}::uuid
    ),
    candidate AS (
      (SELECT t."id" FROM seed, "Track" t WHERE t."artist" = seed."artist" ORDER BY t."createdAt" DESC LIMIT ${CANDIDATES})
      UNION
      (SELECT t."id" FROM seed, "Track" t WHERE t."genre" = seed."genre" ORDER BY t."createdAt" DESC LIMIT ${CANDIDATES})
      UNION
      (SELECT f."trackId" FROM seed, "AudioFeatures" f
        WHERE f."tempo" BETWEEN seed."tempo" - ${TEMPO_RANGE}::float8 AND seed."tempo" + ${TEMPO_RANGE}::float8
        LIMIT ${CANDIDATES})
    )
    SELECT t."id", t."title", t."artist", t."album", t."durationMs",
      ${songJson} AS "song"
    FROM seed, candidate
    JOIN "Track" t USING ("id")
    JOIN "Song" so ON so."trackId" = t."id" AND so."status" = 'ready'
    LEFT JOIN "AudioFeatures" f ON f."trackId" = t."id"
    WHERE t."id" <> seed."id"
    ORDER BY
      CASE WHEN t."artist" = seed."artist" THEN 2 ELSE 0 END
      + CASE WHEN t."genre" = seed."genre" THEN 1.5 ELSE 0 END
      + coalesce(greatest(0, 1 - abs(f."tempo" - seed."tempo") / ${TEMPO_RANGE}::float8), 0)
      + coalesce(greatest(0, 0.5 - abs(f."loudness" - seed."loudness") / 12), 0)
      -- A minor key's relative major lies three half-tones above it.
      + CASE WHEN (f."key" + 3 * (1 - f."mode")) % 12 = (seed."key" + 3 * (1 - seed."mode")) % 12 THEN 0.25 ELSE 0 END DESC,
      t."createdAt" DESC, t."id"
    LIMIT ${limit}`
  return rows.map(trackSummary)
}

/** What the user liked or upvoted last, the latest first: from where "because you liked" begins. */
export async function tasteOf(userId: string): Promise<{ trackId: string; title: string }[]> {
  return db().$queryRaw<{ trackId: string; title: string }[]>`
    SELECT t."id" AS "trackId", t."title" FROM (
      SELECT "trackId", max("createdAt") AS "at" FROM (
        (SELECT l."trackId", l."createdAt" FROM "LikedTrack" l WHERE l."userId" = ${userId}::uuid
          ORDER BY l."createdAt" DESC LIMIT 3)
        UNION ALL
        (SELECT s."trackId", v."createdAt" FROM "RoomMember" m
          JOIN "Upvote" v ON v."memberId" = m."id" JOIN "Stream" s ON s."id" = v."streamId"
          WHERE m."userId" = ${userId}::uuid ORDER BY v."createdAt" DESC LIMIT 3)
      ) kept GROUP BY 1
    ) latest JOIN "Track" t ON t."id" = latest."trackId"
    JOIN "Song" so ON so."trackId" = t."id" AND so."status" <> 'blocked'
    ORDER BY latest."at" DESC LIMIT 3`
}
