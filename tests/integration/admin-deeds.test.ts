import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { NextRequest } from 'next/server'
import { afterAll, expect, test } from 'vitest'
import { DELETE as emptyCache } from '@/app/api/admin/caches/[kind]/route'
import { flushCache } from '@/lib/admin/caches'
import { retryAnyUpload, retryJob } from '@/lib/admin/jobs'
import { changeUserRole } from '@/lib/admin/people'
import { listAudit, listPeople, listRooms } from '@/lib/admin/queries'
import { closeAnyRoom } from '@/lib/admin/rooms'
import { idInput } from '@/lib/admin/schema'
import { listJobs, listUploads } from '@/lib/admin/upload-queries'
import { closeCache } from '@/lib/cache/close'
import { db } from '@/lib/db'
import { ensureJobQueue } from '@/lib/media/jobs'
import { rawFile } from '@/lib/media/raw-files'
import { cacheOverview } from '@/lib/metrics/overview'
import { createRoom } from '@/tests/factories/rooms'
import { createSignedIn } from '@/tests/factories/signed-in'
import { createUser } from '@/tests/factories/users'
import { eventsOf } from '../support/bus-events'

delete process.env.REDIS_URL
afterAll(() => closeCache())

const code = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code
const roleOf = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).role

test('admins give and take roles, never their own, and an admin always remains', async () => {
  const [ada, bo, user] = [await createUser({ role: 'admin' }), await createUser({ role: 'admin' }), await createUser()]
  expect(await changeUserRole({ actorId: ada.id, userId: user.id, role: 'moderator' })).toMatchObject({ ok: true })
  expect(await roleOf(user.id)).toBe('moderator')
  expect(code(await changeUserRole({ actorId: user.id, userId: bo.id, role: 'user' }))).toBe('forbidden')
  for (const id of [ada.id, ada.id.toUpperCase()])
    expect(code(await changeUserRole({ actorId: ada.id, userId: idInput.parse(id), role: 'user' }))).toBe('forbidden')
  for (let round = 0; round < 4; round++) {
    await db().user.updateMany({ where: { id: { in: [ada.id, bo.id] } }, data: { role: 'admin' } })
    const results = await Promise.all([
      changeUserRole({ actorId: ada.id, userId: bo.id, role: 'user' }),
      changeUserRole({ actorId: bo.id, userId: ada.id, role: 'user' }),
    ])
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await db().user.count({ where: { role: 'admin' } })).toBe(1)
  }
})

test('a moderator closes a room with a reason that its people are told, and nobody closes it twice', async () => {
  const moderator = await createUser({ role: 'moderator' })
  const { room, user: host } = await createRoom({ name: 'Loud kitchen' })
  expect((await listRooms({ q: 'loud' })).items).toMatchObject([{ code: room.code, members: 1, listening: 1 }])
  const closing = { code: room.code, reason: 'The neighbours sleep' }
  expect(code(await closeAnyRoom({ actorId: host.id, ...closing }))).toBe('forbidden')
  expect(await closeAnyRoom({ actorId: moderator.id, ...closing })).toMatchObject({ ok: true })
  expect(code(await closeAnyRoom({ actorId: moderator.id, ...closing }))).toBe('room_closed')
  await expect.poll(() => eventsOf(room.id).at(-1)).toMatchObject({ type: 'room:closed', reason: closing.reason })
  expect((await listRooms({ q: 'loud' })).items).toEqual([])
  expect((await listAudit({ q: 'neighbours', action: 'room:close' })).items).toMatchObject([
    { targetName: 'Loud kitchen', actorName: moderator.displayName },
  ])
})

test('what is refused is not written down, and a deed and its entry come together or not at all', async () => {
  const [admin, user] = [await createUser({ role: 'admin' }), await createUser()]
  const before = await db().auditEntry.count()
  await changeUserRole({ actorId: user.id, userId: admin.id, role: 'user' })
  await changeUserRole({ actorId: admin.id, userId: user.id, role: 'user' })
  expect(await flushCache({ actorId: admin.id, kind: 'nonsense' })).toMatchObject({ ok: false })
  expect(await db().auditEntry.count()).toBe(before)
  await db().$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT never CHECK (false) NOT VALID`
  await expect(changeUserRole({ actorId: admin.id, userId: user.id, role: 'moderator' })).rejects.toThrow()
  await db().$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT never`
  expect(await roleOf(user.id)).toBe('user')
  expect(await flushCache({ actorId: admin.id, kind: 'song' })).toMatchObject({ ok: true })
  expect(await db().auditEntry.count()).toBe(before + 1)
})

test('a failed upload and a failed job begin again when an admin says so', async () => {
  const [admin, owner] = [await createUser({ role: 'admin' }), await createUser({ displayName: 'Ines' })]
  const { id } = await db().upload.create({
    data: { fileName: '100%_real.mp3', originalSize: 5, status: 'failed', failure: 'No sound', userId: owner.id },
  })
  await db().song.create({ data: { id, title: 'Real', artist: 'Deal', status: 'failed' } })
  expect(code(await retryAnyUpload({ actorId: admin.id, id }))).toBe('invalid_input')
  await mkdir(path.dirname(rawFile(id)), { recursive: true })
  await writeFile(rawFile(id), 'sound')
  expect(code(await retryAnyUpload({ actorId: owner.id, id }))).toBe('forbidden')
  expect(await retryAnyUpload({ actorId: admin.id, id })).toMatchObject({ ok: true })
  const [upload] = (await listUploads({ q: '100%_' })).items
  expect(upload).toMatchObject({
    status: 'stored',
    uploader: 'Ines',
    log: [{ text: expect.stringContaining('waits') }],
  })
  expect((await listUploads({ q: '100x' })).items).toEqual([])

  await ensureJobQueue()
  await db().$queryRaw`SELECT id FROM graphile_worker.add_job('clean-uploads', max_attempts := 1)`
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = 1, last_error = 'Disk full' WHERE max_attempts = 1`
  const [failed] = await listJobs()
  expect(failed).toMatchObject({ task: 'clean-uploads', state: 'failed', lastError: 'Disk full' })
  expect(await retryJob({ actorId: admin.id, id: failed?.id ?? '' })).toMatchObject({ ok: true })
  expect(code(await retryJob({ actorId: admin.id, id: failed?.id ?? '' }))).toBe('not_found')
  expect((await listJobs()).find((job) => job.id === failed?.id)).toMatchObject({ state: 'waiting', attempts: 0 })
})

test('lists go on page by page, each row once, and search takes signs for what they are', async () => {
  const people = await Promise.all(Array.from({ length: 120 }, (_, n) => createUser({ displayName: `Crowd ${n}` })))
  await db().user.updateMany({ where: { displayName: { startsWith: 'Crowd' } }, data: { createdAt: new Date() } })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await listPeople({ q: 'crowd ', cursor })
    seen.push(...items.map(({ userId }) => userId))
    cursor = nextCursor ?? undefined
  } while (cursor)
  expect(seen.toSorted()).toEqual(people.map(({ id }) => id).toSorted())
  for (const q of ["'; DROP TABLE", '%', '\\', '_____']) expect((await listPeople({ q })).items, q).toEqual([])
  expect((await listPeople({ q: '', cursor: 'nonsense', role: 'admin' })).items.length).toBeGreaterThan(0)
})

test('the overview of the caches has every kind and a day of history', async () => {
  await db().cacheMinute.create({
    data: { minute: new Date(Date.now() - 60_000), kind: 'song', hits: 9, misses: 1, loads: 1, loadMs: 4 },
  })
  const { kinds, history, ratio } = await cacheOverview()
  expect(kinds.find(({ kind }) => kind === 'song')).toMatchObject({ ratio: 0.9, meanLoadMs: 4, lastHour: { hits: 9 } })
  expect(ratio).toBe(0.9)
  expect(history).toHaveLength(288)
  expect(history.reduce((sum, { hits }) => sum + hits, 0)).toBe(9)
})

test('a cache is emptied by its name, and one that nobody has is not there, whatever is written', async () => {
  const { cookie } = await createSignedIn({ role: 'admin' })
  const ask = async (kind: string) => {
    const request = new NextRequest('http://localhost:3000/api/admin/caches', { method: 'DELETE', headers: { cookie } })
    return (await emptyCache(request, { params: Promise.resolve({ kind }) })).status
  }
  expect([await ask('home:shelves'), await ask('home'), await ask('100 %')]).toEqual([204, 404, 404])
})
