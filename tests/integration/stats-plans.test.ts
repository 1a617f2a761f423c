import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { db, Prisma } from '@/lib/db'
import { upNext } from '@/lib/queue/queries'
import { roomSnapshot } from '@/lib/rooms/snapshot'
import { myStats, roomTrending } from '@/lib/stats/queries'

const ROOMS = 2_000
const EACH = 500

type Plan = { 'Node Type': string; 'Index Name'?: string; Plans?: Plan[] }

const id = (n: Prisma.Sql | number) =>
  Prisma.sql`('00000000-0000-4000-8000-' || lpad(to_hex((${n})::int), 12, '0'))::uuid`
const ROOM = '00000000-0000-4000-8000-000000000007'
const PERSON = '00000000-0000-4000-8000-00000000000f'

/** Rows without those that they refer to: no trigger looks. Indexes are made afterwards, which takes half as long. */
async function fill(table: string, insert: Prisma.Sql) {
  const indexes = await db().$queryRaw<{ name: string; made: string; constraint: string | null }[]>`
    SELECT i.indexname AS "name", i.indexdef AS "made", pg_get_constraintdef(c.oid) AS "constraint"
    FROM pg_indexes i LEFT JOIN pg_constraint c ON c.conname = i.indexname AND c.contype = 'p'
    WHERE i.tablename = ${table} AND NOT EXISTS (
      SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = format('%I', i.indexname)::regclass)`
  await db().$transaction(
    async (tx) => {
      const run = (text: string) => tx.$executeRawUnsafe(text)
      await run('SET LOCAL session_replication_role = replica')
      await run(`SET LOCAL maintenance_work_mem = '256MB'`)
      for (const { name, constraint } of indexes)
        await run(constraint ? `ALTER TABLE "${table}" DROP CONSTRAINT "${name}"` : `DROP INDEX "${name}"`)
      await tx.$executeRaw(insert)
      for (const { name, made, constraint } of indexes)
        await run(constraint ? `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${constraint}` : made)
      await run(`ANALYZE "${table}"`)
    },
    { timeout: 110_000 },
  )
}

/** What up next looks up: enough of each that reading all of it would be dear. */
const beside = () => [
  fill(
    'Stream',
    Prisma.sql`INSERT INTO "Stream" ("id", "roomId", "trackId", "extractedId", "addedBy", "addWeight")
      SELECT uuidv7(), ids.id, uuidv7(), 'x', ids.id, 0 FROM ids CROSS JOIN generate_series(1, 5)`,
  ),
  fill(
    'RoomMember',
    Prisma.sql`INSERT INTO "RoomMember" ("id", "roomId", "guestId", "personId", "displayName")
      SELECT uuidv7(), ids.id, g.id, g.id, 'Guest' FROM ids CROSS JOIN (SELECT id FROM ids WHERE n <= 5) g`,
  ),
  fill(
    'Upvote',
    Prisma.sql`INSERT INTO "Upvote" ("streamId", "memberId", "weight")
      SELECT ids.id, uuidv7(), 0 FROM ids CROSS JOIN generate_series(1, 5)`,
  ),
  fill(
    'Track',
    Prisma.sql`INSERT INTO "Track" ("id", "source", "sourceId", "title", "artist", "durationMs")
      SELECT id, 'upload', 'track ' || n, 'Title', 'Artist', 1000 FROM ids`,
  ),
  fill(
    'Song',
    Prisma.sql`INSERT INTO "Song" ("id", "trackId", "title", "artist", "status") SELECT id, id, 'Title', 'Artist', 'ready' FROM ids`,
  ),
]

// A million rows in each table. Ids that ascend go into indexes more quickly.
beforeAll(async () => {
  await db().$executeRaw`CREATE TABLE ids AS SELECT n, ${id(Prisma.sql`n`)} AS id FROM generate_series(1, 20000) n`
  const grid = Prisma.sql`FROM ids r CROSS JOIN generate_series(1, ${EACH}::int) i WHERE r.n <= ${ROOMS}::int`
  await Promise.all([
    fill(
      'UserRoomStats',
      Prisma.sql`INSERT INTO "UserRoomStats" ("userId", "roomId", "totalAdded") SELECT u.id, r.id, i
        FROM ids r CROSS JOIN generate_series(1, ${EACH}::int) i JOIN ids u ON u.n = 1 + (r.n * 7 + i * 39) % 20000
        WHERE r.n <= ${ROOMS}::int`,
    ),
    fill(
      'RoomStreamTrending',
      Prisma.sql`INSERT INTO "RoomStreamTrending" ("roomId", "streamId", "trackId", "extractedId", "trendingScore")
        SELECT r.id, uuidv7(), uuidv7(), 'x', random() * 1000 ${grid}`,
    ),
    fill(
      'RoomQueue',
      Prisma.sql`INSERT INTO "RoomQueue" ("id", "roomId", "streamId", "order", "votes", "addedBy", "isPlayed")
        SELECT uuidv7(), r.id, uuidv7(), i, (i * 31) % 40, r.id, i % 5 > 0 ${grid}`,
    ),
    ...beside(),
  ])
}, 120_000)

/** The plan of what is asked, with the steps on the way down to the table that is read first. */
async function planOf(sql: string, values: unknown[] = []) {
  const [row] = await db().$queryRawUnsafe<[{ 'QUERY PLAN': [{ Plan: Plan }] }]>(
    `EXPLAIN (FORMAT JSON) ${sql}`,
    ...values,
  )
  const steps: string[] = []
  let first: Plan | undefined
  for (let plan: Plan | undefined = row['QUERY PLAN'][0].Plan; plan; plan = plan.Plans?.[0]) {
    steps.push(plan['Node Type'])
    first = plan
  }
  return {
    steps: steps.join(' '),
    index: first?.['Index Name'],
    all: JSON.stringify(row),
    root: row['QUERY PLAN'][0].Plan,
  }
}

/** What a function asks of the database, as it sends it. */
async function asked(call: () => Promise<unknown>, about: string): Promise<{ text: string; values: unknown[] }> {
  const seen: { text: string; values: unknown[] }[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [{ text, values = [] }] = args as [{ text: string; values?: unknown[] }]
    seen.push({ text, values })
    return Reflect.apply(query, this, args)
  } as typeof query
  await call().finally(() => {
    pg.Client.prototype.query = query
  })
  const one = seen.find(({ text }) => text.includes(`FROM "${about}"`))
  if (!one) throw new Error(`Nothing was asked of ${about}.`)
  return one
}

test('a person’s numbers are rows of one index', async () => {
  expect(await db().userRoomStats.count()).toBe(ROOMS * EACH)
  const plan = await planOf(`SELECT * FROM "UserRoomStats" WHERE "userId" = '${PERSON}'`)
  expect(plan.index).toBe('UserRoomStats_pkey')
  expect(plan.steps).toMatch(/^(Index Scan|Bitmap Heap Scan Bitmap Index Scan)$/)
})

test('what trends in a room is the beginning of one index', async () => {
  const plan = await planOf(
    `SELECT * FROM "RoomStreamTrending" WHERE "roomId" = '${ROOM}' AND "trendingScore" IS NOT NULL
     ORDER BY "trendingScore" DESC NULLS LAST LIMIT 10`,
  )
  expect(plan).toMatchObject({ steps: 'Limit Index Scan', index: 'RoomStreamTrending_roomId_trendingScore_idx' })
})

test('what is up next is the beginning of one index', async () => {
  const plan = await planOf(
    `SELECT * FROM "RoomQueue" WHERE "roomId" = '${ROOM}' AND NOT "isPlayed"
     ORDER BY "turn", "votes" DESC, "order" LIMIT 20`,
  )
  expect(plan).toMatchObject({ steps: 'Limit Index Scan', index: 'RoomQueue_roomId_isPlayed_turn_votes_order_idx' })
})

/** Every step of a plan. */
const stepsOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(stepsOf)]

test('what the product asks begins with the same index, and only looks up the names beside it', async () => {
  const upNextIndex = 'RoomQueue_roomId_isPlayed_turn_votes_order_idx'
  const questions = [
    [() => myStats(PERSON), 'UserRoomStats', 'UserRoomStats_pkey'],
    [() => roomTrending(ROOM, 10), 'RoomStreamTrending', 'RoomStreamTrending_roomId_trendingScore_idx'],
    [() => upNext({ roomId: ROOM, memberId: PERSON }), 'RoomQueue', upNextIndex],
  ] as const
  for (const [call, table, index] of questions) {
    const { text, values } = await asked(call, table)
    const plan = await planOf(text, values)
    expect(plan.index, table).toBe(index)
    expect(plan.all.match(/"Node Type":"(Sort|Incremental Sort|Aggregate)"/g), table).toBeNull()
  }
})

const STEPS = ['Subquery Scan', 'Nested Loop', 'Index Scan', 'Index Only Scan', 'Memoize', 'Materialize']
const LOOKUPS = ['RoomMember_pkey', 'Song_trackId_key', 'Stream_pkey', 'Track_pkey']

test('the room reads what is up next in the index’s order, and looks up each song by its key', async () => {
  const viewer = { kind: 'guest', guestId: PERSON } as const
  const { text, values } = await asked(() => roomSnapshot({ viewer, roomId: ROOM }), 'RoomQueue')
  const { root } = await planOf(text, values)
  // json_agg is how the rows travel, and is the only aggregate: it takes them as they come.
  const isQueue = (step: Plan) =>
    step['Node Type'] === 'Aggregate' && JSON.stringify(step).includes('"RoomQueue_roomId')
  const [aggregate, ...below] = stepsOf(stepsOf(root).find(isQueue) ?? root)
  expect(aggregate?.['Node Type']).toBe('Aggregate')
  expect(below.map((step) => step['Node Type']).filter((step) => !STEPS.includes(step))).toEqual([])
  const [first, ...others] = below.flatMap((step) => step['Index Name'] ?? [])
  expect(first).toBe('RoomQueue_roomId_isPlayed_turn_votes_order_idx')
  expect(others.filter((index) => !index.startsWith('Upvote_')).sort()).toEqual(LOOKUPS)
})
