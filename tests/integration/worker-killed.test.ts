import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { db } from '@/lib/db'
import { ensureJobQueue } from '@/lib/media/jobs'
import { startUpload } from '@/lib/media/mutations'
import { hasRawFile, rawFile } from '@/lib/media/raw-files'
import { watchWorkers } from '@/server/worker/dead-workers'
import { cleanUploads } from '@/server/worker/tasks/clean-uploads'
import { makeSound } from '@/tests/factories/sounds'
import { createUpload } from '@/tests/factories/uploads'

const started: ChildProcess[] = []

/** A worker in a process of its own, to be killed. */
function startProcess() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/worker/main.ts'], {
    env: { ...process.env, DEMO_CATALOGUE: 'off', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  started.push(child)
  return child
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) =>
    child.exitCode === null ? child.once('exit', resolve) : resolve(child.exitCode),
  )

afterEach(async () => {
  for (const child of started) child.kill('SIGKILL')
  await Promise.all(started.splice(0).map((child) => child.signalCode ?? ended(child)))
})

async function until(id: string, isThere: (upload: { status: string; progress: number }) => boolean) {
  for (let i = 0; i < 4000; i++) {
    const upload = await db().upload.findUniqueOrThrow({ where: { id } })
    if (isThere(upload)) return upload
    await sleep(25)
  }
  throw new Error('The worker never got there')
}

test('a song whose worker was killed half-way is made by the next worker', { timeout: 180_000 }, async () => {
  const id = await createUpload({ bytes: makeSound({ seconds: 90, extension: 'flac' }), fileName: 'long.flac' })
  const first = startProcess()
  await until(id, ({ progress }) => progress > 20)
  first.kill('SIGKILL')
  await ended(first)
  expect(await db().track.count({ where: { id } })).toBe(0)
  const second = startProcess()
  await until(id, ({ status }) => status === 'done')
  expect(await db().song.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'ready', trackId: id })
  expect(await readdir(path.join(process.env.DATA_DIR ?? '', 'media', id))).toEqual([
    'high.m4a',
    'low.m4a',
    'preview.m4a',
  ])
  for (let i = 0; (await hasRawFile(id)) && i < 50; i++) await sleep(20)
  expect(await hasRawFile(id)).toBe(false)
  expect(await readdir(path.join(process.env.DATA_DIR ?? '', 'work'))).toEqual([])
  second.kill('SIGTERM')
  expect(await ended(second)).toBe(0)
})

test('a worker at work is left alone by the others, however long it takes', { timeout: 180_000 }, async () => {
  const id = await createUpload({ bytes: makeSound({ seconds: 200, extension: 'flac' }), fileName: 'long.flac' })
  startProcess()
  await until(id, ({ progress }) => progress > 0)
  const others = await watchWorkers(process.env.DATABASE_URL ?? '')
  onTestFinished(() => others.close())
  await db()
    .$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 hour' WHERE locked_at IS NOT NULL`
  await others.releaseDead()
  const locked = () => db().$queryRaw<{ by: string }[]>`
    SELECT locked_by AS by FROM graphile_worker.jobs WHERE key = ${`transcode:${id}`} AND locked_by IS NOT NULL`
  expect(await locked()).toHaveLength(1)
  started.at(-1)?.kill('SIGKILL')
  await ended(started.at(-1) as ChildProcess)
  // PostgreSQL takes a moment to notice that the process is gone.
  await expect
    .poll(async () => {
      await others.releaseDead()
      return locked()
    })
    .toHaveLength(0)
  // The next worker of this file has other songs to make.
  await db().$executeRaw`SELECT graphile_worker.remove_job(${`transcode:${id}`})`
})

test('a worker that is told to stop hands its song back at once', { timeout: 180_000 }, async () => {
  const id = await createUpload({ bytes: makeSound({ seconds: 90, extension: 'flac' }), fileName: 'long.flac' })
  const first = startProcess()
  await until(id, ({ progress }) => progress > 5)
  const at = performance.now()
  first.kill('SIGTERM')
  expect(await ended(first)).toBe(0)
  expect(performance.now() - at).toBeLessThan(4000)
  startProcess()
  await until(id, ({ status }) => status === 'done')
})

test.each([
  ['its sign of life', `application_name = 'earshot-worker-watch'`],
  ['every connection', `pid <> pg_backend_pid()`],
])('a worker that loses %s ends, and the next one works', { timeout: 60_000 }, async (_, which) => {
  const first = startProcess()
  const isAtWork = async () =>
    (
      await db().$queryRaw<unknown[]>`SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'earshot-worker-watch'`
    ).length > 0
  await expect.poll(isAtWork, { timeout: 30_000 }).toBe(true)
  await sleep(1000)
  await db().$queryRawUnsafe(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND ${which}`)
  expect(await ended(first)).toBe(1)
  startProcess()
  const id = await createUpload({ bytes: makeSound(), fileName: 'next.wav' })
  await until(id, ({ status }) => status === 'done')
})

test('what an upload leaves behind is swept: unfinished after a day, unknown after an hour, done at once', async () => {
  const begin = async (createdAt: Date, bytes: number) => {
    const id = randomUUID()
    await startUpload({ id, userId: null, fileName: 'a.wav', size: 1000, mimeType: null })
    await db()
      .$executeRaw`UPDATE "Upload" SET "createdAt" = ${createdAt}, "updatedAt" = ${createdAt} WHERE id = ${id}::uuid`
    await writeFile(rawFile(id), Buffer.alloc(bytes))
    return id
  }
  const [now, yesterday] = [new Date(), new Date(Date.now() - 25 * 3600_000)]
  const fresh = await begin(now, 10)
  const stale = await begin(yesterday, 10)
  const [young, old] = [randomUUID(), randomUUID()]
  await writeFile(rawFile(young), 'x')
  await writeFile(rawFile(old), 'x')
  await utimes(rawFile(old), yesterday, yesterday)
  const whole = makeSound({ seconds: 0.5 })
  const arrived = await begin(new Date(Date.now() - 120_000), 0)
  await writeFile(rawFile(arrived), whole)
  await db().$executeRaw`UPDATE "Upload" SET "originalSize" = ${whole.length} WHERE id = ${arrived}::uuid`
  await cleanUploads()
  expect(await Promise.all([fresh, stale, young, old, arrived].map(hasRawFile))).toEqual([
    true,
    false,
    true,
    false,
    true,
  ])
  expect(await db().upload.findUnique({ where: { id: stale } })).toBeNull()
  expect(await db().upload.findUnique({ where: { id: arrived } })).toMatchObject({ status: 'stored', songId: arrived })
})

test('an upload that cannot be looked into keeps nothing else from being swept', async () => {
  await ensureJobQueue()
  const [unreadable, old] = [randomUUID(), randomUUID()]
  await mkdir(rawFile(unreadable), { recursive: true })
  const { size } = await stat(rawFile(unreadable))
  await startUpload({ id: unreadable, userId: null, fileName: 'a.wav', size, mimeType: null })
  const past = new Date(Date.now() - 2 * 3600_000)
  await db().$executeRaw`UPDATE "Upload" SET "updatedAt" = ${past} WHERE id = ${unreadable}::uuid`
  await writeFile(rawFile(old), 'x')
  await utimes(rawFile(old), past, past)
  await cleanUploads()
  expect(await Promise.all([unreadable, old].map(hasRawFile))).toEqual([true, false])
})

test('an upload whose job is gone says so and can be tried again', async () => {
  const id = await createUpload({ bytes: makeSound() })
  await db().$executeRaw`SELECT graphile_worker.remove_job(${`transcode:${id}`})`
  await db().$executeRaw`UPDATE "Upload" SET "updatedAt" = now() - interval '11 minutes' WHERE id = ${id}::uuid`
  await cleanUploads()
  expect(await db().upload.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'failed' })
})
