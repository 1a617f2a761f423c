import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { db, Prisma, queryPromptly } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { databaseNow, standings } from '@/lib/playback/queries'
import { changeRole } from '@/lib/rooms/members'
import { createParty } from '../factories/room-sockets'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

async function roomWith(...durations: number[]) {
  const { room, host, moderator, streams } = await createParty(...durations)
  return { roomId: room.id, memberId: host.id, moderator, streams }
}

/** The room's standing as a process that has heard everything knows it. */
async function heard(roomId: string) {
  const [standing] = await standings([roomId])
  if (!standing) throw new Error('There is no such room.')
  return standing
}

test('who has heard where the music stands commands it in one statement', async () => {
  const { roomId, memberId } = await roomWith(60_000)
  granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  const known = { ...(await heard(roomId)), now: (await databaseNow()) + 10_000 }
  // The connection is open.
  await queryPromptly(Prisma.sql`SELECT 1`)
  const statements = vi.spyOn(pg.Client.prototype, 'query')
  const paused = granted(await commandPlayback({ roomId, memberId, known, action: 'pause' }))
  const asked = statements.mock.calls.map((call) => JSON.stringify(call)).filter((call) => !call.includes('pg_notify'))
  statements.mockRestore()
  expect(asked).toEqual([expect.stringContaining('set_playback')])
  expect(paused.isPlaying).toBe(false)
  expect(paused.at).toBe(Math.trunc(known.now))
  expect(paused.positionMs).toBe(Math.round(known.now - known.at))
  expect(await heard(roomId)).toMatchObject(paused)
})

test('a command does not wait for the disk, and everything else does', async () => {
  const isWaiting = Prisma.sql`SELECT current_setting('synchronous_commit') AS "wait"`
  expect(await queryPromptly(isWaiting)).toEqual([{ wait: 'off' }])
  expect(await db().$queryRaw(isWaiting)).toEqual([{ wait: 'on' }])
})

test('what was heard too long ago misleads nobody', async () => {
  const { roomId, memberId, streams } = await roomWith(60_000, 600_000)
  granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  const known = await heard(roomId)
  granted(await commandPlayback({ roomId, memberId, action: 'skip' }))
  granted(await commandPlayback({ roomId, memberId, action: 'pause' }))
  const sought = granted(await commandPlayback({ roomId, memberId, known, action: 'seek', positionMs: 100_000 }))
  expect(sought).toMatchObject({ queueId: streams[1]?.queueId, isPlaying: false, positionMs: 100_000 })
  const { version } = sought
  const again = granted(await commandPlayback({ roomId, memberId, known, action: 'pause' }))
  expect(again).toMatchObject({ isPlaying: false, version })
})

test('what was heard of the music gives nobody a right', async () => {
  const { roomId, memberId, moderator } = await roomWith(60_000)
  granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  const known = await heard(roomId)
  const pause = () => commandPlayback({ roomId, memberId: moderator.id, known, action: 'pause' })
  const refusals = []
  for (const data of [{ role: 'listener' as const }, { leftAt: new Date() }, { bannedAt: new Date() }]) {
    await db().roomMember.update({ where: { id: moderator.id }, data })
    refusals.push(refusalOf(await pause()))
  }
  expect(refusals).toEqual(['forbidden', 'not_member', 'banned'])
  await db().roomMember.update({
    where: { id: moderator.id },
    data: { role: 'moderator', leftAt: null, bannedAt: null },
  })
  await db().room.update({ where: { id: roomId }, data: { closedAt: new Date() } })
  expect(refusalOf(await pause())).toBe('room_closed')
  expect(await heard(roomId)).toMatchObject({ isPlaying: true, version: known.version })
})

test('a command that meets the loss of its right comes before it, or is refused', async () => {
  const { roomId, memberId: hostId, moderator } = await roomWith(60_000)
  granted(await commandPlayback({ roomId, memberId: hostId, action: 'play' }))
  const change = { memberId: hostId, targetId: moderator.id }
  for (let round = 0; round < 40; round++) {
    const known = await heard(roomId)
    const command = { roomId, memberId: moderator.id, known, action: 'seek', positionMs: 1_000 + round } as const
    const [sought] = await Promise.all([
      sleep(Math.random() * 4).then(() => commandPlayback(command)),
      changeRole({ ...change, role: 'listener' }),
    ])
    const lost = eventsOf(roomId).findLast(({ type }) => type === 'member:changed')?.version ?? 0
    if (sought.ok) expect(sought.value.version).toBeLessThan(lost)
    else expect(refusalOf(sought)).toBe('forbidden')
    granted(await changeRole({ ...change, role: 'moderator' }))
  }
})
