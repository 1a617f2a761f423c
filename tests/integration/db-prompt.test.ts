import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { isDatabaseAway } from '@/lib/database-away'
import { closeDb, db, Prisma, queryPromptly } from '@/lib/db'

afterAll(closeDb)

const ask = (number: number) => queryPromptly<{ number: number }>(Prisma.sql`SELECT ${number}::int AS "number"`)
const backend = async () => (await queryPromptly<{ pid: number }>(Prisma.sql`SELECT pg_backend_pid() AS "pid"`))[0]?.pid

test('statements given at once are answered one after the other, on one connection', async () => {
  const pid = await backend()
  const answers = await Promise.all([1, 2, 3, 4, 5].map(ask))
  expect(answers).toEqual([1, 2, 3, 4, 5].map((number) => [{ number }]))
  expect(await backend()).toBe(pid)
})

test('a statement that is refused leaves the connection to the others', async () => {
  const pid = await backend()
  const [refused, answered] = await Promise.allSettled([queryPromptly(Prisma.sql`SELECT 1 / 0`), ask(1)])
  expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(pg.DatabaseError) })
  expect(answered).toEqual({ status: 'fulfilled', value: [{ number: 1 }] })
  expect(await backend()).toBe(pid)
})

test('a connection that was ended meanwhile is opened anew, and who used it or waited for it is told that the database was away', async () => {
  const pid = await backend()
  const waits = queryPromptly(Prisma.sql`SELECT pg_sleep(5)`)
  const isAway = Promise.all([waits, ask(1)].map((one) => expect(one).rejects.toSatisfy(isDatabaseAway)))
  await expect.poll(() => isBusy(pid)).toBe(true)
  await end(pid)
  await isAway
  expect(await ask(2)).toEqual([{ number: 2 }])

  const idle = await backend()
  expect(idle).not.toBe(pid)
  await end(idle)
  await expect.poll(() => isThere(idle)).toBe(false)
  expect(await ask(3)).toEqual([{ number: 3 }])
})

const end = (pid?: number) => db().$queryRaw`SELECT pg_terminate_backend(${pid}::int)`

async function stateOf(pid?: number) {
  const [row] = await db().$queryRaw<
    { state: string }[]
  >`SELECT "state" FROM pg_stat_activity WHERE "pid" = ${pid}::int`
  return row?.state
}
const isBusy = async (pid?: number) => (await stateOf(pid)) === 'active'
const isThere = async (pid?: number) => (await stateOf(pid)) !== undefined
