import type pg from 'pg'
import { Prisma } from '@/lib/db'
import { eventWeightSql } from '@/lib/stats/sql'
import { fillWithoutIndexes } from '@/tests/support/bulk-fill'

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

const TABLES = ['User', 'Track', 'Room', 'RoomMember', 'Stream', 'Upvote', 'RoomQueue']
const BETWEEN = {
  bench_room: '"roomId" uuid PRIMARY KEY, "first" int, "members" int',
  bench_likes: '"streamId" uuid, "likes" int, "weight" float8',
}
const AGGREGATES = ['UserRoomStats', 'RoomStreamTrending', 'TrackTrending']

/** 1: 2,000 rooms, 20,000 users, 200,000 streams and about 1,000,000 upvotes. Says what took how long. */
export async function fill(client: pg.Client, size: number) {
  await client.query(`ALTER SYSTEM SET max_wal_size = '8GB'`)
  await client.query('SELECT pg_reload_conf()')
  await client.query('TRUNCATE "User", "Track", "Room" CASCADE')
  for (const [name, columns] of Object.entries(BETWEEN)) {
    await client.query(`DROP TABLE IF EXISTS ${name}`)
    await client.query(`CREATE UNLOGGED TABLE ${name} (${columns})`)
  }
  await fillWithoutIndexes(client, [...TABLES, ...AGGREGATES], async () => {
    for (const [name, statement] of Object.entries({ ...rowsOf(size), ...aggregates })) {
      const { text, values } = statement
      await timed(name, () => client.query({ text, values }))
      // The next ones read it, and nobody else could have looked at it meanwhile.
      await client.query(`ANALYZE "${name}"`)
    }
    console.error('making the indexes again…')
  })
  await timed('vacuum', () => client.query('VACUUM (ANALYZE)'))
}

async function timed(name: string, work: () => Promise<unknown>) {
  const startedAt = performance.now()
  await work()
  console.error(`${name}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}

/** By table, each from those before it. */
function rowsOf(size: number): { [table: string]: Prisma.Sql } {
  const rooms = Math.round(2_000 * size)
  const users = rooms * 10
  const tracks = users
  const many = (count: number) => sql`FROM generate_series(0, ${count - 1}::int) AS n`
  return {
    User: sql`INSERT INTO "User" ("id", "email", "username", "passwordHash", "displayName")
      SELECT ${id('user', sql`n`)}, n || '@example.org', 'user' || n, 'none', 'User ' || n ${many(users)}`,
    Track: sql`INSERT INTO "Track" ("id", "source", "sourceId", "title", "artist", "durationMs")
      SELECT ${id('track', sql`n`)}, 'upload', 'track' || n, 'Song ' || n, 'Somebody', 180000 ${many(tracks)}`,
    Room: sql`INSERT INTO "Room" ("id", "code", "name", "hostId")
      SELECT ${id('room', sql`n`)}, translate(lpad(to_hex(n), 6, '0'), '0123456789abcdef', 'ABCDEFGHJKLMNPQR'), 'Room ' || n, ${id('user', sql`n`)} ${many(rooms)}`,
    // Somebody is in several hundred rooms, most people in a few.
    RoomMember: sql`INSERT INTO "RoomMember" ("id", "roomId", "userId", "personId", "displayName", "joinedAt")
      SELECT ${id('member', sql`row_number() OVER (ORDER BY room, person) - 1`)}, ${id('room', sql`room`)},
        ${id('user', sql`person`)}, ${id('user', sql`person`)}, 'Member', now() - interval '31 days'
      FROM (SELECT DISTINCT ${skewed(rooms, 2)} AS room, ${skewed(users, 2)} AS person ${many(users * 7)}) each`,
    bench_room: sql`INSERT INTO bench_room SELECT "roomId", min(place)::int, count(*)::int
      FROM (SELECT "roomId", row_number() OVER (ORDER BY "id") - 1 AS place FROM "RoomMember") placed GROUP BY "roomId"`,
    Stream: sql`INSERT INTO "Stream" ("id", "roomId", "trackId", "extractedId", "addedBy", "addWeight", "createdAt")
      SELECT ${id('stream', sql`row_number() OVER (ORDER BY "at") - 1`)}, r."roomId", ${id('track', sql`track`)}, 'x',
        ${id('member', sql`r."first" + floor(r."members" * power(who, 1.5))::int`)}, ${eventWeightSql('add', sql`"at"`)}, "at"
      FROM (SELECT ${skewed(rooms, 2.2)} AS room, ${skewed(tracks, 2)} AS track, random() AS who,
        date_trunc('milliseconds', ${ago}) AS "at" ${many(rooms * 100)}) each
      JOIN bench_room r ON r."roomId" = ${id('room', sql`room`)}`,
    // Each by somebody else, in the hours after the song was added.
    Upvote: sql`INSERT INTO "Upvote" ("streamId", "memberId", "weight", "createdAt")
      SELECT "streamId", "memberId", ${eventWeightSql('like', sql`"at"`)}, "at" FROM (
        SELECT s."id" AS "streamId", ${id('member', sql`r."first" + (s."start" + v) % r."members"`)} AS "memberId",
          date_trunc('milliseconds', least(now(), s."createdAt" + interval '2 hours' * random())) AS "at"
        FROM (SELECT *, (random() * 1e6)::int AS "start", floor(-ln(1 - random()) * 6)::int AS "likes" FROM "Stream") s
        JOIN bench_room r ON r."roomId" = s."roomId"
        CROSS JOIN LATERAL generate_series(1, least(s."likes", r."members")) AS v
      ) each LIMIT ${rooms * 500}::int`,
    // A weight stays what it is; heat is that of a moment, and each statement has its own.
    bench_likes: sql`INSERT INTO bench_likes SELECT "streamId", count(*), ${now} + ln(sum(${heatSql(sql`"weight"`)}))
      FROM "Upvote" GROUP BY "streamId"`,
  }
}

/** What an event weighs beside one of this moment: sums of it stay in the range of a number for years. */
const now = eventWeightSql('like', sql`now()`)
const heatSql = (weight: Prisma.Sql) => sql`exp(greatest(-700, ${weight} - ${now}))`

const aggregates = {
  RoomQueue: sql`INSERT INTO "RoomQueue" ("roomId", "streamId", "order", "addedBy", "isPlayed", "votes")
    SELECT s."roomId", s."id", row_number() OVER (), s."addedBy", random() > 0.1, coalesce(l."likes", 0)
    FROM "Stream" s LEFT JOIN bench_likes l ON l."streamId" = s."id"`,
  UserRoomStats: sql`INSERT INTO "UserRoomStats" ("userId", "roomId", "totalAdded", "totalLikesGot", "totalLikesGiven")
    SELECT m."personId", m."roomId", sum("added"), sum("got"), sum("given") FROM (
      SELECT "addedBy" AS "memberId", count(*) AS "added", sum("votes") AS "got", 0 AS "given" FROM "RoomQueue" GROUP BY 1
      UNION ALL SELECT "memberId", 0, 0, count(*) FROM "Upvote" GROUP BY 1
    ) each JOIN "RoomMember" m ON m."id" = each."memberId" GROUP BY 1, 2`,
  RoomStreamTrending: sql`INSERT INTO "RoomStreamTrending"
      ("roomId", "streamId", "trackId", "extractedId", "trendingScore", "recentUpvotes", "windowStart")
    SELECT "roomId", max("id"::text COLLATE "C")::uuid, "trackId", 'x',
      ${now} + ln(sum(${heatSql(sql`"addWeight"`)}) + coalesce(sum(${heatSql(sql`l."weight"`)}) FILTER (WHERE "likes" > 0), 0)), coalesce(sum("likes"), 0),
      now() - interval '25 hours'
    FROM "Stream" s LEFT JOIN bench_likes l ON l."streamId" = s."id" GROUP BY "roomId", "trackId"`,
  TrackTrending: sql`INSERT INTO "TrackTrending" ("trackId", "trendingScore")
    SELECT "trackId", max("trendingScore") FROM "RoomStreamTrending" GROUP BY "trackId"`,
}
