import { COUNTERS, type Counts, none } from '@/lib/cache/counts'
import { state } from '@/lib/cache/state'
import { db, Prisma } from '@/lib/db'

const COLUMNS = [...COUNTERS, 'loadMs'] as const
const KEPT_DAYS = 2

/** Adds what this process has counted since the last time to the minute's rows, which all processes share. */
export async function writeMinute(): Promise<void> {
  const taken = [...state().counts].filter(([, { unwritten }]) => COLUMNS.some((name) => unwritten[name] > 0))
  if (taken.length === 0) return
  const rows = taken.map(([kind, counts]) => {
    const { unwritten } = counts
    counts.unwritten = none()
    return { kind, ...unwritten }
  })
  try {
    await db().$executeRaw(addSql(rows))
  } catch (error) {
    for (const { kind, ...lost } of rows) giveBack(kind, lost)
    throw error
  }
}

const column = (name: string) => Prisma.raw(`"${name}"`)
const columns = Prisma.join(COLUMNS.map(column))

function addSql(rows: ({ kind: string } & Counts)[]): Prisma.Sql {
  const values = rows
    // Everybody in the same order: two processes that add at once never wait for each other in a circle.
    .toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
    .map(
      (row) => Prisma.sql`(date_trunc('minute', now()), ${row.kind}, ${Prisma.join(COLUMNS.map((name) => row[name]))})`,
    )
  const sums = COLUMNS.map((name) => Prisma.sql`${column(name)} = m.${column(name)} + excluded.${column(name)}`)
  return Prisma.sql`
    INSERT INTO "CacheMinute" AS m ("minute", "kind", ${columns}) VALUES ${Prisma.join(values)}
    ON CONFLICT ("minute", "kind") DO UPDATE SET ${Prisma.join(sums)}`
}

function giveBack(kind: string, lost: Counts) {
  const counts = state().counts.get(kind)
  if (counts) for (const name of COLUMNS) counts.unwritten[name] += lost[name]
}

/** What all processes' caches did in the last hours, by kind and by slices of some minutes: the oldest first. */
export async function recentMinutes({ hours, sliceMinutes }: { hours: number; sliceMinutes: number }) {
  const sums = COLUMNS.map((name) => Prisma.sql`sum(${column(name)})::float8 AS ${column(name)}`)
  return db().$queryRaw<({ at: Date; kind: string } & Counts)[]>`
    SELECT date_bin(${sliceMinutes}::int * interval '1 minute', "minute", 'epoch') AS "at", "kind", ${Prisma.join(sums)}
    FROM "CacheMinute" WHERE "minute" > now() - ${hours}::int * interval '1 hour'
    GROUP BY 1, 2 ORDER BY 1, 2`
}

/** For a cron job. */
export async function forgetOldMinutes() {
  await db().$executeRaw`DELETE FROM "CacheMinute" WHERE "minute" < now() - ${KEPT_DAYS}::int * interval '1 day'`
  await db().$executeRaw`DELETE FROM "ProcessReport" WHERE "at" < now() - interval '1 hour'`
}
