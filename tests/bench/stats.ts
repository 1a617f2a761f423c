// What people read (their dashboard, a room's trending, what is up next) from the aggregates, and the same answers
// counted from the raw rows on the same indexes. STATS_SIZES=0.1,1,10 chooses how many rows; 1 is a million upvotes.
import { closeDb, db, Prisma } from '@/lib/db'
import { percentile, report } from './measure'

const SIZES = (process.env.STATS_SIZES ?? '0.1,1').split(',').map(Number)
const READS = 200

const LAMBDA = Math.LN2 / 1800

type Reads = { [name: string]: { kept: (n: number) => Prisma.Sql; counted: (n: number) => Prisma.Sql } }

const id = (kind: number, n: Prisma.Sql | number) =>
  Prisma.sql`(${`0000000${kind}-0000-4000-8000-`} || lpad(to_hex((${n})::int), 12, '0'))::uuid`
const [USER, ROOM, STREAM, TRACK] = [1, 2, 3, 4]

const READ: Reads = {
  dashboard: {
    kept: (n) => Prisma.sql`SELECT * FROM "UserRoomStats" WHERE "userId" = ${id(USER, n)}`,
    counted: (n) => Prisma.sql`
      SELECT m."roomId",
        (SELECT count(*) FROM "Stream" s WHERE s."addedBy" = m."id") AS "added",
        (SELECT count(*) FROM "Stream" s JOIN "Upvote" u ON u."streamId" = s."id" WHERE s."addedBy" = m."id") AS "got",
        (SELECT count(*) FROM "Upvote" u WHERE u."memberId" = m."id") AS "given"
      FROM "RoomMember" m WHERE m."userId" = ${id(USER, n)}`,
  },
  'room trending': {
    kept: (n) => Prisma.sql`
      SELECT * FROM "RoomStreamTrending" WHERE "roomId" = ${id(ROOM, n)} AND "trendingScore" IS NOT NULL
      ORDER BY "trendingScore" DESC NULLS LAST LIMIT 10`,
    counted: (n) => Prisma.sql`
      SELECT s."trackId", sum(3 * exp(greatest(-700, ${LAMBDA}::float8 * extract(epoch FROM u."createdAt" - now())::float8))) AS "heat"
      FROM "Stream" s JOIN "Upvote" u ON u."streamId" = s."id" WHERE s."roomId" = ${id(ROOM, n)}
      GROUP BY s."trackId" ORDER BY 2 DESC LIMIT 10`,
  },
  'up next': {
    kept: (n) => Prisma.sql`
      SELECT * FROM "RoomQueue" WHERE "roomId" = ${id(ROOM, n)} AND NOT "isPlayed" ORDER BY "turn", "votes" DESC, "order" LIMIT 20`,
    counted: (n) => Prisma.sql`
      SELECT q."streamId", count(u."memberId") AS "votes" FROM "RoomQueue" q LEFT JOIN "Upvote" u ON u."streamId" = q."streamId"
      WHERE q."roomId" = ${id(ROOM, n)} AND NOT q."isPlayed" GROUP BY q."id" ORDER BY 2 DESC, q."order" LIMIT 20`,
  },
}

/** 1: 1,000,000 upvotes on 200,000 streams in 2,000 rooms by 20,000 users, each a member of five rooms. */
async function fill(size: number) {
  const [rooms, users] = [Math.round(2_000 * size), Math.round(20_000 * size)]
  const each = (most: number) => Prisma.sql`FROM generate_series(0, ${most - 1}::int) i`
  const memberOf = Prisma.sql`((i % ${rooms}::int) * 50 + (i / ${rooms}::int) % 50)`
  const at = Prisma.sql`now() - (i % 86400) * interval '1 second'`
  const statements = [
    Prisma.sql`TRUNCATE "Room", "RoomMember", "Stream", "Upvote", "RoomQueue", "UserRoomStats", "RoomStreamTrending", "User" CASCADE`,
    Prisma.sql`INSERT INTO "RoomMember" ("id", "roomId", "userId", "personId", "displayName")
      SELECT ${id(5, Prisma.sql`i`)}, ${id(ROOM, Prisma.sql`i / 50`)}, person, person, 'Member'
      FROM (SELECT i, ${id(USER, Prisma.sql`i % ${users}::int`)} AS person ${each(rooms * 50)}) m`,
    Prisma.sql`INSERT INTO "Stream" ("id", "roomId", "trackId", "extractedId", "addedBy", "addWeight", "createdAt")
      SELECT ${id(STREAM, Prisma.sql`i`)}, ${id(ROOM, Prisma.sql`i % ${rooms}::int`)}, ${id(TRACK, Prisma.sql`i / ${rooms}::int`)}, 'x',
        ${id(5, memberOf)}, 0, ${at} ${each(rooms * 100)}`,
    Prisma.sql`INSERT INTO "RoomQueue" ("roomId", "streamId", "order", "addedBy", "isPlayed", "votes")
      SELECT s."roomId", s."id", row_number() OVER (), s."addedBy", random() > 0.2, 5 FROM "Stream" s`,
    Prisma.sql`INSERT INTO "Upvote" ("streamId", "memberId", "weight", "createdAt")
      SELECT ${id(STREAM, Prisma.sql`i`)}, ${id(5, Prisma.sql`(i % ${rooms}::int) * 50 + (i / ${rooms}::int + v * 7) % 50`)}, 0,
        now() - ((i + v * 600) % 86400) * interval '1 second'
      FROM generate_series(0, ${rooms * 100 - 1}::int) i, generate_series(1, 5) v`,
    Prisma.sql`INSERT INTO "UserRoomStats" ("userId", "roomId", "totalAdded", "totalLikesGot", "totalLikesGiven")
      SELECT "personId", "roomId", 2, 10, 10 FROM "RoomMember"`,
    Prisma.sql`INSERT INTO "RoomStreamTrending" ("roomId", "streamId", "trackId", "extractedId", "trendingScore")
      SELECT "roomId", "id", "trackId", 'x', extract(epoch FROM "createdAt") * ${LAMBDA}::float8 FROM "Stream"`,
  ]
  for (const statement of statements) {
    await db().$transaction(
      async (tx) => {
        await tx.$executeRaw`SET LOCAL session_replication_role = replica`
        await tx.$executeRaw(statement)
      },
      { timeout: 3_600_000 },
    )
  }
  await db().$executeRaw`VACUUM ANALYZE`
  return { rooms, users }
}

async function timesOf(query: (n: number) => Prisma.Sql, among: number): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < READS * 1.1; i++) {
    const startedAt = performance.now()
    await db().$queryRaw(query((i * 7919) % among))
    times.push(performance.now() - startedAt)
  }
  // Connections open and plans are made before the clock counts.
  return times.slice(READS * 0.1).toSorted((a, b) => a - b)
}

for (const size of SIZES) {
  const { rooms, users } = await fill(size)
  for (const [name, { kept, counted }] of Object.entries(READ)) {
    const among = name === 'dashboard' ? users : rooms
    const [fast, slow] = [await timesOf(kept, among), await timesOf(counted, among)]
    const title = `${(size * 1_000_000).toLocaleString('en')} upvotes, ${name}`
    for (const share of [0.5, 0.99]) {
      const [a, b] = [percentile(fast, share), percentile(slow, share)]
      report('stats', `${title}, kept, p${share * 100}`, a, 'ms')
      report('stats', `${title}, counted, p${share * 100}`, b, 'ms')
      report('stats', `${title}, counted against kept, p${share * 100}`, b / a, 'ratio')
    }
  }
}
await closeDb()
