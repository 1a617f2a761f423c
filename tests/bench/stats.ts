// What people read (their dashboard, a room's trending, what is up next) from the aggregates, and the same answers
// counted from the raw rows on the same indexes; as the caller sees it, and inside PostgreSQL. And what the clean-up of
// a table of that size costs a like. STATS_SIZES=0.1,1,10 chooses how many rows; 1 is a million upvotes.
import pg from 'pg'
import { closeBus } from '@/lib/bus'
import { closeDb, db } from '@/lib/db'
import { env } from '@/lib/env'
import { upvoteStream } from '@/lib/queue/mutations'
import { clearQuietCounts } from '@/lib/stats/clean-up'
import { percentile, report } from './measure'
import { fill } from './stats/fill'
import { READS, type Read, sampleSql } from './stats/reads'
import { asCaller, compareAnswers, inServer, pagesOf, timesOf, WAYS, type Way } from './stats/times'

const SIZES = (process.env.STATS_SIZES ?? '0.1,1').split(',').map(Number)
const SAMPLES = 200

const client = new pg.Client({ connectionString: env().DATABASE_URL })
await client.connect()

const say = (metric: string, value: number, unit: string) => report('stats', metric, value, unit)

function reportTimes(title: string, times: Record<Way, number[]>) {
  for (const share of [0.5, 0.99]) {
    const [fast, slow] = WAYS.map((way) => percentile(times[way], share))
    say(`${title}, kept, p${share * 100}`, fast ?? 0, 'ms')
    say(`${title}, counted, p${share * 100}`, slow ?? 0, 'ms')
    say(`${title}, counted against kept, p${share * 100}`, (slow ?? 0) / (fast ?? 1), 'ratio')
  }
}

async function measure(title: string, read: Read) {
  const ids = (await db().$queryRaw<{ id: string }[]>(sampleSql[read.by](SAMPLES))).map(({ id }) => id)
  await compareAnswers(title, read, ids)
  reportTimes(`${title}, caller`, await timesOf(`${title}, caller`, ids, asCaller(read)))
  const times = await timesOf(`${title}, server`, ids, await inServer(client, read))
  reportTimes(`${title}, server`, times)
  for (const way of WAYS) {
    say(`${title}, ${way}, pages`, await pagesOf(client, `${title}, ${way}`, read, way, ids.slice(0, 100)), 'pages')
    const mean = times[way].reduce((a, b) => a + b, 0) / times[way].length
    say(`${title}, ${way}, a second and core`, 1000 / mean, '1/s')
  }
}

/** Every window has passed: the clean-up has to touch every row, while somebody goes on liking. */
async function measureCleanUp(title: string) {
  const votes = await db().$queryRaw<{ streamId: string; memberId: string }[]>`
    SELECT q."streamId", m."id" AS "memberId" FROM "RoomQueue" q
    JOIN LATERAL (SELECT "id" FROM "RoomMember" m WHERE m."roomId" = q."roomId" AND NOT EXISTS (
      SELECT FROM "Upvote" u WHERE u."streamId" = q."streamId" AND u."memberId" = m."id") LIMIT 1) m ON true
    WHERE NOT q."isPlayed" LIMIT 20000`
  const like = async (vote: (typeof votes)[number]) => {
    const startedAt = performance.now()
    const result = await upvoteStream(vote)
    if (!result.ok) throw new Error(result.refusal.message)
    return performance.now() - startedAt
  }
  const alone: number[] = []
  for (const vote of votes.splice(0, 500)) alone.push(await like(vote))
  const during: number[] = []
  const startedAt = performance.now()
  let isOver = false
  const cleaning = clearQuietCounts().finally(() => {
    isOver = true
  })
  for (const vote of votes) if (!isOver) during.push(await like(vote))
  const cleared = await cleaning
  say(`${title}, clean-up, rows`, cleared, 'rows')
  say(`${title}, clean-up`, performance.now() - startedAt, 'ms')
  for (const [when, times] of [
    ['alone', alone],
    ['during the clean-up', during],
  ] as const) {
    times.sort((a, b) => a - b)
    say(`${title}, a like ${when}, p50`, percentile(times, 0.5), 'ms')
    say(`${title}, a like ${when}, longest`, times.at(-1) ?? 0, 'ms')
  }
}

for (const size of SIZES) {
  const startedAt = performance.now()
  await fill(client, size)
  const upvotes = await db().upvote.count()
  const title = `${size}×`
  say(`${title}, upvotes`, upvotes, 'rows')
  say(`${title}, filled in`, (performance.now() - startedAt) / 1000, 's')
  for (const [name, read] of Object.entries(READS)) await measure(`${title}, ${name}`, read)
  await measureCleanUp(title)
}
await client.end()
await closeBus()
await closeDb()
