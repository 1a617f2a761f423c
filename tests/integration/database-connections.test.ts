import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'

test('connections that are ended at any moment, also within a transaction, end no process', async () => {
  const killer = new pg.Client({ connectionString: process.env.DATABASE_URL, application_name: 'killer' })
  await killer.connect()
  const until = Date.now() + 2_000
  let [done, failed] = [0, 0]
  const work = Array.from({ length: 8 }, async (_, i) => {
    while (Date.now() < until) {
      const once = i % 2 ? db().$queryRaw`SELECT 1` : db().$transaction((tx) => tx.$queryRaw`SELECT 1`)
      await once.then(
        () => done++,
        () => failed++,
      )
    }
  })
  while (Date.now() < until) {
    await killer.query(`
      SELECT pg_terminate_backend("pid") FROM pg_stat_activity
      WHERE datname = current_database() AND application_name <> 'killer'`)
    await sleep(5)
  }
  await Promise.all(work)
  await killer.end()
  expect(failed).toBeGreaterThan(0)
  expect(await db().$queryRaw`SELECT 1 AS "one"`).toEqual([{ one: 1 }])
  expect(done).toBeGreaterThan(0)
})
