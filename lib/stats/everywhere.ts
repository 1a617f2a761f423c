import { Prisma, type Tx } from '@/lib/db'
import { type EventKind, eventWeight, scoreOf } from './decay'
import { canRemoveSql, eventWeightSql, removeEventSql, scoreOfSql } from './sql'

export type PastEvent = { kind: EventKind; at: Date }

/** Takes events that no longer count out of the song's score over all rooms. They are out of the raw rows already. */
export async function takeFromEverywhere(tx: Tx, trackId: string, events: PastEvent[]): Promise<void> {
  // They are the database's instants: by this process's clock they may be of the future, and they count all the same.
  const total = scoreOf(events.map(({ kind, at }) => eventWeight(kind, at.getTime(), at.getTime(), 'everywhere')))
  if (total === null) return
  const likedAt = events.filter(({ kind }) => kind === 'like').map(({ at }) => at)
  const [score, weight] = [Prisma.sql`t."trendingScore"`, Prisma.sql`${total}::float8`]
  const changed = await tx.$executeRaw`
    UPDATE "TrackTrending" t SET
      "trendingScore" = ${removeEventSql(score, weight)},
      "recentUpvotes" = greatest(0, t."recentUpvotes"
        - (SELECT count(*) FROM unnest(${likedAt}::timestamptz[]) AS "at" WHERE "at" >= t."windowStart")),
      "lastUpdated" = clock_timestamp()
    WHERE t."trackId" = ${trackId}::uuid AND ${canRemoveSql(score, weight)}`
  if (changed === 0) await rebuildEverywhere(tx, trackId)
}

/** Counts the song's plays of each day again. The caller holds the lock on the song's row over all rooms. */
export async function rebuildDays(tx: Tx, trackId: string): Promise<void> {
  await tx.$executeRaw`
    WITH counted AS (
      SELECT (p."playedAt" AT TIME ZONE 'UTC')::date AS "day", count(*)::int AS "plays"
      FROM "StreamPlay" p JOIN "Stream" s ON s."id" = p."streamId"
      WHERE s."trackId" = ${trackId}::uuid AND s."removedAt" IS NULL GROUP BY 1
    )
    INSERT INTO "TrackDailyPlays" ("day", "trackId", "plays")
    SELECT "day", ${trackId}::uuid, coalesce(counted."plays", 0) FROM counted
    FULL JOIN (SELECT "day" FROM "TrackDailyPlays" WHERE "trackId" = ${trackId}::uuid) kept USING ("day")
    ON CONFLICT ("day", "trackId") DO UPDATE SET "plays" = excluded."plays"`
}

/** Sums up the song's row over all rooms from the events that still count. */
export async function rebuildEverywhere(tx: Tx, trackId: string): Promise<void> {
  // Locked in a statement before the one that reads: events of other rooms wait for the row or have been committed.
  await tx.$executeRaw`
    INSERT INTO "TrackTrending" ("trackId") VALUES (${trackId}::uuid)
    ON CONFLICT ("trackId") DO UPDATE SET "lastUpdated" = clock_timestamp()`
  await tx.$executeRaw`
    WITH stream AS (SELECT * FROM "Stream" WHERE "trackId" = ${trackId}::uuid AND "removedAt" IS NULL),
    event AS (
      SELECT ${weightSql('add', Prisma.sql`"createdAt"`)} AS "weight", 'add' AS "kind", "createdAt" AS "at" FROM stream
      UNION ALL SELECT ${weightSql('play', Prisma.sql`p."playedAt"`)}, 'play', p."playedAt"
        FROM "StreamPlay" p JOIN stream ON stream."id" = p."streamId"
      UNION ALL SELECT ${weightSql('like', Prisma.sql`u."createdAt"`)}, 'like', u."createdAt"
        FROM "Upvote" u JOIN stream ON stream."id" = u."streamId"
    ), most AS (SELECT max("weight") AS "weight" FROM event),
    score AS (SELECT ${scoreOfSql(Prisma.sql`event."weight"`, Prisma.sql`most."weight"`)} AS "score" FROM event, most)
    UPDATE "TrackTrending" t SET
      "trendingScore" = score."score",
      "recentUpvotes" = (SELECT count(*) FROM event WHERE "kind" = 'like' AND "at" >= t."windowStart"),
      "recentPlays" = (SELECT count(*) FROM event WHERE "kind" = 'play' AND "at" >= t."windowStart")
    FROM score WHERE t."trackId" = ${trackId}::uuid`
}

const weightSql = (kind: EventKind, at: Prisma.Sql) => eventWeightSql(kind, at, 'everywhere')
