import type pg from 'pg'
import { db } from '@/lib/db'
import type { Answer, Read } from './reads'

export const WAYS = ['kept', 'counted'] as const
export type Way = (typeof WAYS)[number]
export type Ask = (way: Way, id: string) => Promise<number>

/** For each question in each of its measurements: counting in a big database can take seconds an answer. */
const BUDGET_MS = 30_000
const WARM_UP = 20
/** Fewer say nothing about the slowest. */
const FEWEST = 10

/** Does the work for one after the other until the time is over, and says on standard error when that was early. */
async function withinBudget(title: string, ids: string[], budgetMs: number, work: (id: string) => Promise<void>) {
  const startedAt = performance.now()
  let done = 0
  for (const id of ids) {
    if (done >= FEWEST && performance.now() - startedAt > budgetMs) break
    await work(id)
    done++
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.error(`${title}: ${done} of ${ids.length} in ${seconds} s`)
  return done
}

/** How long each sample takes, by both ways in turn, so that both have the same samples. */
export async function timesOf(title: string, ids: string[], ask: Ask): Promise<Record<Way, number[]>> {
  const times: Record<Way, number[]> = { kept: [], counted: [] }
  // Plans are made and pages are read before the clock counts.
  await withinBudget(`${title}, warm-up`, ids.slice(0, WARM_UP), BUDGET_MS / 5, async (id) => {
    for (const way of WAYS) await ask(way, id)
  })
  await withinBudget(title, ids, BUDGET_MS, async (id) => {
    for (const way of WAYS) times[way].push(await ask(way, id))
  })
  for (const way of WAYS) times[way].sort((a, b) => a - b)
  return times
}

const answerOf = (way: Way, read: Read, id: string): Promise<Answer> =>
  db().$queryRawUnsafe(read[way].replaceAll('$1', '$1::uuid'), id)

/** Through the client, round trip included. */
export const asCaller =
  (read: Read): Ask =>
  async (way, id) => {
    const startedAt = performance.now()
    await answerOf(way, read, id)
    return performance.now() - startedAt
  }

/** A loop inside PostgreSQL, with plans that are kept: what the server itself has to do. */
export async function inServer(client: pg.Client, read: Read): Promise<Ask> {
  for (const way of WAYS)
    await client.query(
      `CREATE OR REPLACE FUNCTION bench_${way}(id uuid) RETURNS float8 LANGUAGE plpgsql AS $$
      DECLARE started timestamptz := clock_timestamp();
      BEGIN
        PERFORM * FROM (${read[way].replaceAll('$1', 'bench_kind.id')}) answer;
        RETURN extract(epoch FROM clock_timestamp() - started) * 1000;
      END $$`.replaceAll('bench_kind.id', `bench_${way}.id`),
    )
  return async (way, id) => (await client.query(`SELECT bench_${way}($1) AS ms`, [id])).rows[0].ms
}

/** Pages of 8 kB that an answer touches, on average: the same on any machine. */
export async function pagesOf(client: pg.Client, title: string, read: Read, way: Way, ids: string[]): Promise<number> {
  let pages = 0
  const done = await withinBudget(`${title}, pages`, ids, BUDGET_MS / 3, async (id) => {
    const { rows } = await client.query(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${read[way].replaceAll('$1', `'${id}'`)}`,
    )
    const { Plan: plan } = rows[0]['QUERY PLAN'][0]
    pages += plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
  })
  return pages / done
}

/** Throws when both ways don't say the same. */
export async function compareAnswers(title: string, read: Read, ids: string[]) {
  await withinBudget(`${title}, compared`, ids, BUDGET_MS, async (id) =>
    assertEqual(await answerOf('kept', read, id), await answerOf('counted', read, id), title),
  )
}

function assertEqual(kept: Answer, counted: Answer, title: string) {
  const values = (answer: Answer) => answer.map(({ value }) => Number(value)).toSorted((a, b) => b - a)
  const [a, b] = [values(kept), values(counted)]
  const isSame =
    a.length === b.length && a.every((value, i) => Math.abs(value - (b[i] ?? 0)) <= 1e-3 * Math.abs(value) + 1e-200)
  if (!isSame) throw new Error(`${title}: the aggregates say ${a}, the rows say ${b}.`)
}
