import { beforeAll, expect, test } from 'vitest'
import { db, Prisma } from '@/lib/db'

const ROOMS = 400
const EACH = 500

type Plan = { 'Node Type': string; 'Index Name'?: string; Plans?: Plan[] }

// 200,000 rows in each table, without the rows that they refer to: no trigger looks. From there on the plans stay the same.
beforeAll(async () => {
  const id = (kind: string, i: string) =>
    Prisma.raw(`('0000000${kind}-0000-4000-8000-' || lpad(to_hex((${i})::int), 12, '0'))::uuid`)
  const grid = Prisma.sql`FROM generate_series(1, ${ROOMS}::int) r, generate_series(1, ${EACH}::int) i`
  const each = Prisma.raw(`((r - 1) * ${EACH} + i)`)
  await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRaw`
        INSERT INTO "UserRoomStats" ("userId", "roomId", "totalAdded")
        SELECT ${id('1', '(r * 7 + i * 13) % 20000')}, ${id('2', 'r')}, i ${grid} ON CONFLICT DO NOTHING`
      await tx.$executeRaw`
        INSERT INTO "RoomStreamTrending" ("roomId", "streamId", "trackId", "extractedId", "trendingScore")
        SELECT ${id('2', 'r')}, ${id('3', `${each.sql}`)}, ${id('4', 'i')}, 'x', random() * 1000 ${grid}`
      await tx.$executeRaw`
        INSERT INTO "RoomQueue" ("roomId", "streamId", "order", "votes", "addedBy", "isPlayed")
        SELECT ${id('2', 'r')}, ${id('3', `${each.sql}`)}, i, (i * 31) % 40, ${id('5', 'i')}, i % 5 > 0 ${grid}`
    },
    { timeout: 60_000 },
  )
  await db().$executeRaw`ANALYZE "UserRoomStats", "RoomStreamTrending", "RoomQueue"`
}, 90_000)

/** The kinds of steps from the top, and the index that is used. */
async function planOf(query: Prisma.Sql) {
  const [row] = await db().$queryRaw<[{ 'QUERY PLAN': [{ Plan: Plan }] }]>`EXPLAIN (FORMAT JSON) ${query}`
  const steps: string[] = []
  let plan: Plan | undefined = row['QUERY PLAN'][0].Plan
  let index: string | undefined
  for (; plan; plan = plan.Plans?.[0]) {
    steps.push(plan['Node Type'])
    index = plan['Index Name'] ?? index
    expect(plan.Plans?.length ?? 1, 'a join').toBe(1)
  }
  return { steps: steps.join(' '), index }
}

const room = Prisma.sql`'00000002-0000-4000-8000-000000000007'::uuid`

test('a person’s numbers are rows of one index', async () => {
  expect(await db().userRoomStats.count()).toBeGreaterThan(150_000)
  const plan = await planOf(
    Prisma.sql`SELECT * FROM "UserRoomStats" WHERE "userId" = '00000001-0000-4000-8000-000000000015'::uuid`,
  )
  expect(plan.index).toBe('UserRoomStats_pkey')
  expect(plan.steps).toMatch(/^(Index Scan|Bitmap Heap Scan Bitmap Index Scan)$/)
})

test('what trends in a room is the beginning of one index', async () => {
  const plan = await planOf(Prisma.sql`
    SELECT * FROM "RoomStreamTrending" WHERE "roomId" = ${room} AND "trendingScore" IS NOT NULL
    ORDER BY "trendingScore" DESC NULLS LAST LIMIT 10`)
  expect(plan).toEqual({ steps: 'Limit Index Scan', index: 'RoomStreamTrending_roomId_trendingScore_idx' })
})

test('what is up next is the beginning of one index', async () => {
  const plan = await planOf(Prisma.sql`
    SELECT * FROM "RoomQueue" WHERE "roomId" = ${room} AND NOT "isPlayed" ORDER BY "turn", "votes" DESC, "order" LIMIT 20`)
  expect(plan).toEqual({ steps: 'Limit Index Scan', index: 'RoomQueue_roomId_isPlayed_turn_votes_order_idx' })
})
