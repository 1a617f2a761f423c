import { db, Prisma } from '@/lib/db'
import { eventWeightSql, scoreOfSql } from '@/lib/stats/sql'

// Rooms as they are: a few big ones, many small ones, some people who are in hundreds of them, most of what happened
// lately. Ids ascend in time, which suits counting: what belongs together lies together.

const KINDS = { user: 1, room: 2, stream: 3, track: 4, member: 5 } as const

export const id = (kind: keyof typeof KINDS, n: Prisma.Sql | number) =>
  Prisma.sql`(${Prisma.raw(`'0000000${KINDS[kind]}-0000-4000-8000-'`)} || lpad(to_hex((${n})::int), 12, '0'))::uuid`

/** 0 to most − 1, the small numbers more often: the higher the power, the more. */
const skewed = (most: number, power: number) =>
  Prisma.sql`least(${most - 1}::int, floor(${most}::int * power(random(), ${power}::float8))::int)`

const sql = Prisma.sql
const ago = sql`now() - interval '30 days' * power(random(), 3)`

/** 1: 2,000 rooms, 20,000 users, 200,000 streams and about 1,000,000 upvotes. */
export async function fill(size: number) {
  const rooms = Math.round(2_000 * size)
  const users = rooms * 10
  const tracks = users
  const many = (count: number) => sql`FROM generate_series(0, ${count - 1}::int) AS n`
  await run([
    sql`TRUNCATE "User", "Track", "Room" CASCADE`,
    sql`DROP INDEX IF EXISTS "Upvote_memberId_idx"`,
    sql`INSERT INTO "User" ("id", "email", "username", "passwordHash", "displayName")
      SELECT ${id('user', sql`n`)}, n || '@example.org', 'user' || n, 'none', 'User ' || n ${many(users)}`,
    sql`INSERT INTO "Track" ("id", "source", "sourceId", "title", "artist", "durationMs")
      SELECT ${id('track', sql`n`)}, 'upload', 'track' || n, 'Song ' || n, 'Somebody', 180000 ${many(tracks)}`,
    sql`INSERT INTO "Room" ("id", "code", "name", "hostId")
      SELECT ${id('room', sql`n`)}, translate(lpad(to_hex(n), 6, '0'), '0123456789abcdef', 'ABCDEFGHJKLMNPQR'), 'Room ' || n, ${id('user', sql`n`)} ${many(rooms)}`,
    // Somebody is in several hundred rooms, most people in a few.
    sql`INSERT INTO "RoomMember" ("id", "roomId", "userId", "personId", "displayName", "joinedAt")
      SELECT ${id('member', sql`row_number() OVER (ORDER BY room, person) - 1`)}, ${id('room', sql`room`)},
        ${id('user', sql`person`)}, ${id('user', sql`person`)}, 'Member', now() - interval '31 days'
      FROM (SELECT DISTINCT ${skewed(rooms, 2)} AS room, ${skewed(users, 2)} AS person ${many(users * 7)}) each`,
    sql`CREATE TABLE IF NOT EXISTS bench_room ("roomId" uuid PRIMARY KEY, "first" int, "members" int)`,
    sql`TRUNCATE bench_room`,
    sql`INSERT INTO bench_room SELECT "roomId", min(place)::int, count(*)::int
      FROM (SELECT "roomId", row_number() OVER (ORDER BY "id") - 1 AS place FROM "RoomMember") placed GROUP BY "roomId"`,
    sql`INSERT INTO "Stream" ("id", "roomId", "trackId", "extractedId", "addedBy", "addWeight", "createdAt")
      SELECT ${id('stream', sql`row_number() OVER (ORDER BY "at") - 1`)}, r."roomId", ${id('track', sql`track`)}, 'x',
        ${id('member', sql`r."first" + floor(r."members" * power(who, 1.5))::int`)}, ${eventWeightSql('add', sql`"at"`)}, "at"
      FROM (SELECT ${skewed(rooms, 2.2)} AS room, ${skewed(tracks, 2)} AS track, random() AS who,
        date_trunc('milliseconds', ${ago}) AS "at" ${many(rooms * 100)}) each
      JOIN bench_room r ON r."roomId" = ${id('room', sql`room`)}`,
    // Each by somebody else, in the hours after the song was added.
    sql`INSERT INTO "Upvote" ("streamId", "memberId", "weight", "createdAt")
      SELECT "streamId", "memberId", ${eventWeightSql('like', sql`"at"`)}, "at" FROM (
        SELECT s."id" AS "streamId", ${id('member', sql`r."first" + (s."start" + v) % r."members"`)} AS "memberId",
          date_trunc('milliseconds', least(now(), s."createdAt" + interval '2 hours' * random())) AS "at"
        FROM (SELECT *, (random() * 1e6)::int AS "start", floor(-ln(1 - random()) * 6)::int AS "likes" FROM "Stream") s
        JOIN bench_room r ON r."roomId" = s."roomId"
        CROSS JOIN LATERAL generate_series(1, least(s."likes", r."members")) AS v
      ) each LIMIT ${rooms * 500}::int`,
    sql`CREATE INDEX "Upvote_memberId_idx" ON "Upvote" ("memberId")`,
    ...aggregates,
  ])
  await db().$executeRaw`VACUUM ANALYZE`
}

const aggregates = [
  sql`INSERT INTO "RoomQueue" ("roomId", "streamId", "order", "addedBy", "isPlayed", "votes")
    SELECT s."roomId", s."id", row_number() OVER (), s."addedBy", random() > 0.1, coalesce(u."votes", 0)
    FROM "Stream" s LEFT JOIN (SELECT "streamId", count(*) AS "votes" FROM "Upvote" GROUP BY 1) u ON u."streamId" = s."id"`,
  sql`INSERT INTO "UserRoomStats" ("userId", "roomId", "totalAdded", "totalLikesGot", "totalLikesGiven")
    SELECT m."personId", m."roomId", sum("added"), sum("got"), sum("given") FROM (
      SELECT "addedBy" AS "memberId", 1 AS "added", 0 AS "got", 0 AS "given" FROM "Stream"
      UNION ALL SELECT "addedBy", 0, "votes", 0 FROM "RoomQueue"
      UNION ALL SELECT "memberId", 0, 0, 1 FROM "Upvote"
    ) each JOIN "RoomMember" m ON m."id" = each."memberId" GROUP BY 1, 2`,
  sql`INSERT INTO "RoomStreamTrending"
      ("roomId", "streamId", "trackId", "extractedId", "trendingScore", "recentUpvotes", "windowStart")
    SELECT "roomId", (array_agg("streamId" ORDER BY "streamId" DESC))[1], "trackId", 'x',
      ${scoreOfSql(sql`"weight"`, sql`"most"`)}, count(*) FILTER (WHERE "isLike"), now() - interval '25 hours'
    FROM (SELECT *, max("weight") OVER (PARTITION BY "roomId", "trackId") AS "most" FROM (
      SELECT "roomId", "trackId", "id" AS "streamId", "addWeight" AS "weight", false AS "isLike" FROM "Stream"
      UNION ALL SELECT s."roomId", s."trackId", s."id", u."weight", true FROM "Upvote" u JOIN "Stream" s ON s."id" = u."streamId"
    ) event) topped GROUP BY "roomId", "trackId"`,
  sql`INSERT INTO "TrackTrending" ("trackId", "trendingScore")
    SELECT "trackId", max("trendingScore") FROM "RoomStreamTrending" GROUP BY "trackId"`,
]

/** Without the triggers that look for the rows referred to: they are there. */
async function run(statements: Prisma.Sql[]) {
  await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRaw`SET LOCAL work_mem = '256MB'`
      await tx.$executeRaw`SET LOCAL maintenance_work_mem = '1GB'`
      for (const statement of statements) await tx.$executeRaw(statement)
    },
    { timeout: 3_600_000 },
  )
}
