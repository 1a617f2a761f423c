import { randomUUID } from 'node:crypto'
import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { POST } from '@/app/api/events/route'
import { db } from '@/lib/db'
import { differences } from '@/lib/stats/verify'
import { ensureAnalyticsPartitions } from '@/prisma/partitions.mjs'
import { createPlayingRoom, eventOf } from '../factories/heard'
import { cookieOf } from '../factories/room-sockets'
import { createTrack } from '../factories/tracks'
import '../support/bus-events'

async function post(body: unknown, cookie?: string) {
  const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) }
  const request = new NextRequest('http://localhost:3000/api/events', {
    method: 'POST',
    body: JSON.stringify(body),
    headers,
  })
  const response = await POST(request, { params: Promise.resolve({}) })
  const answer = await response.json()
  return { status: response.status, code: answer.error?.code ?? null, answer }
}

test('a batch that cannot be is refused with a code, and nothing of it counts', async () => {
  const { guests, user, trackId } = await createPlayingRoom()
  const [guest] = guests
  if (!guest) throw new Error('Nobody listens.')
  const cookie = await cookieOf(guest)
  const blocked = await createTrack()
  await db().song.updateMany({ where: { trackId: blocked.id }, data: { status: 'blocked' } })
  const inAMinute = new Date(Date.now() + 60_000).toISOString()
  const play = eventOf(trackId)
  const cases = [
    { events: [play, eventOf(randomUUID(), { event: 'skip' })] },
    { events: [play, eventOf(blocked.id, { event: 'preview' })] },
    { events: [play, eventOf(trackId, { at: inAMinute })] },
    // Who it was is said by the cookie alone.
    { events: [{ ...play, userId: user.id }] },
    { events: [play], userId: user.id },
    { events: Array.from({ length: 101 }, () => eventOf(trackId)) },
    { events: [] },
  ]
  for (const body of cases) {
    const { status, code } = await post(body, cookie)
    expect([status, code], JSON.stringify(body).slice(0, 200)).toEqual([400, 'invalid_input'])
  }
  const many = { events: Array.from({ length: 10_000 }, () => eventOf(trackId)) }
  expect(await post(many, cookie)).toMatchObject({ status: 413, code: 'too_large' })
  expect(await post({ events: [play] })).toMatchObject({ status: 401, code: 'not_signed_in' })
  const counted = [db().songAnalytics.count(), db().analyticsReceipt.count(), db().streamPlay.count()]
  expect(await Promise.all(counted)).toEqual([0, 0, 0])
  expect(await post({ events: [play] }, cookie)).toMatchObject({ status: 202, answer: { accepted: 1, refused: [] } })
  expect(await db().streamPlay.findMany()).toMatchObject([{ memberId: guest.id }])
  expect(await differences()).toEqual([])
})

test('months to come have their partitions, and one that is detached takes no number along', async () => {
  const { guests, trackId } = await createPlayingRoom()
  const [guest] = guests
  if (!guest) throw new Error('Nobody listens.')
  await post({ events: [eventOf(trackId)] }, await cookieOf(guest))
  const parts = async () => {
    const rows = await db().$queryRaw<{ name: string }[]>`
      SELECT inhrelid::regclass::text AS "name" FROM pg_inherits WHERE inhparent = '"SongAnalytics"'::regclass ORDER BY 1`
    return rows.map(({ name }) => name.replaceAll('"', ''))
  }
  const inTwoYears = new Date(Date.UTC(new Date().getUTCFullYear() + 2, 10, 30))
  const url = process.env.DATABASE_URL ?? ''
  // By several workers at once.
  await Promise.all([1, 2, 3].map(() => ensureAnalyticsPartitions(url, inTwoYears)))
  const year = inTwoYears.getUTCFullYear()
  const made = [`${year}_10`, `${year}_11`, `${year}_12`, `${year + 1}_01`, `${year + 1}_02`]
  expect(await parts()).toEqual(expect.arrayContaining(made.map((month) => `SongAnalytics_${month}`)))
  const [now] = (await parts()).filter((name) => name.endsWith(new Date().toISOString().slice(0, 7).replace('-', '_')))
  await db().$executeRawUnsafe(`ALTER TABLE "SongAnalytics" DETACH PARTITION "${now}"`)
  expect(await db().songAnalytics.count({ where: { trackId } })).toBe(0)
  expect(await db().streamPlay.count({ where: { stream: { trackId } } })).toBe(1)
  expect(await differences()).toEqual([])
})
