import { Prisma } from '@/lib/db'
import { dayOfSql } from './sql'

// What the days' rows must say, from the raw rows: of all rooms, or of one.

const liveSql = (roomId?: string) => Prisma.sql`
  SELECT * FROM "Stream" WHERE "removedAt" IS NULL
  ${roomId ? Prisma.sql`AND "roomId" = ${roomId}::uuid` : Prisma.empty}`

const addDay = dayOfSql(Prisma.sql`live."createdAt"`)
const likeDay = dayOfSql(Prisma.sql`u."createdAt"`)
const playDay = dayOfSql(Prisma.sql`p."playedAt"`)

/** userId, day, roomId, added, got, given. */
export const countedPeopleDaysSql = (roomId?: string) => Prisma.sql`
  WITH live AS (${liveSql(roomId)}),
  each AS (
    SELECT "addedBy" AS "memberId", ${addDay} AS "day", 1 AS "added", 0 AS "got", 0 AS "given" FROM live
    UNION ALL SELECT live."addedBy", ${likeDay}, 0, 1, 0 FROM live JOIN "Upvote" u ON u."streamId" = live."id"
    UNION ALL SELECT u."memberId", ${likeDay}, 0, 0, 1 FROM live JOIN "Upvote" u ON u."streamId" = live."id"
  )
  SELECT m."personId" AS "userId", "day", m."roomId",
    sum("added")::int AS "added", sum("got")::int AS "got", sum("given")::int AS "given"
  FROM each JOIN "RoomMember" m ON m."id" = each."memberId" GROUP BY 1, 2, 3`

/** roomId, day, added, likes, plays. */
export const countedRoomDaysSql = (roomId?: string) => Prisma.sql`
  WITH live AS (${liveSql(roomId)}),
  each AS (
    SELECT "roomId", ${addDay} AS "day", 1 AS "added", 0 AS "likes", 0 AS "plays" FROM live
    UNION ALL SELECT live."roomId", ${likeDay}, 0, 1, 0 FROM live JOIN "Upvote" u ON u."streamId" = live."id"
    UNION ALL SELECT live."roomId", ${playDay}, 0, 0, 1 FROM live JOIN "StreamPlay" p ON p."streamId" = live."id"
  )
  SELECT "roomId", "day", sum("added")::int AS "added", sum("likes")::int AS "likes", sum("plays")::int AS "plays"
  FROM each GROUP BY 1, 2`
