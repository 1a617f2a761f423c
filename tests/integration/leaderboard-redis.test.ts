import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { redis } from '@/lib/redis'
import { mostPlayed, mostPlayedInWeek } from '@/lib/stats/leaderboard'
import { countsOfDay, countsOfDays } from '@/lib/stats/leaderboard-rows'
import { mirrorPlays } from '@/lib/stats/leaderboard-sets'
import { recordEvents } from '@/lib/stats/record-events'
import type { LeaderboardItem } from '@/lib/stats/schema'
import { daysOfWeek, weekOf } from '@/lib/stats/week'
import { createPlayingRoom, eventOf, guestOf } from '../factories/heard'
import { createTrack } from '../factories/tracks'
import { ownRedis } from '../support/own-redis'
import '../support/bus-events'
import { granted } from '../support/results'

const withRedis = test.skipIf(!ownRedis)
const today = () => new Date().toISOString().slice(0, 10)
const countOf = ({ plays, track }: LeaderboardItem) => ({ plays, trackId: track.id })
const key = () => `leaderboard:songs:daily:${today()}`

async function playByAll({ guests, trackId }: Awaited<ReturnType<typeof createPlayingRoom>>) {
  for (const guest of guests) granted(await recordEvents(guestOf(guest), [eventOf(trackId)]))
}

withRedis('plays reach Redis after commit, and a set that was lost is made again from the database', async () => {
  const rooms = [await createPlayingRoom({ listeners: 1 }), await createPlayingRoom({ listeners: 3 })]
  for (const room of rooms) await playByAll(room)
  const board = () => mostPlayed(today(), 10)
  const expected = rooms.toReversed().map(({ trackId }, i) => ({ plays: i ? 1 : 3, track: { id: trackId } }))
  expect(await board()).toMatchObject(expected)
  const third = await createPlayingRoom({ listeners: 2 })
  await playByAll(third)
  expect(await redis()?.zscore(key(), third.trackId)).toBe('2')
  await redis()?.flushall()
  await playByAll(await createPlayingRoom({ listeners: 4 }))
  expect(await redis()?.exists(key())).toBe(0)
  expect((await board()).map(({ plays }) => plays)).toEqual([4, 3, 2, 1])
  expect((await board()).map(countOf)).toEqual(await countsOfDay(today(), 10))
  expect(await redis()?.ttl(key())).toBeGreaterThan(500)
})

withRedis(
  'with Redis killed the same answers come from the database, quickly, and it comes back by itself',
  async () => {
    const board = () => mostPlayed(today(), 10)
    const before = await board()
    await ownRedis?.kill()
    const startedAt = Date.now()
    expect(await board()).toEqual(before)
    await playByAll(await createPlayingRoom({ listeners: 5 }))
    expect((await board())[0]).toMatchObject({ plays: 5 })
    expect(Date.now() - startedAt).toBeLessThan(8_000)
    await ownRedis?.start()
    await expect
      .poll(
        async () =>
          redis()
            ?.ping()
            .catch(() => null),
        { timeout: 10_000 },
      )
      .toBe('PONG')
    expect((await board())[0]).toMatchObject({ plays: 5 })
    expect(await redis()?.zcard(key())).toBe(5)
  },
)

withRedis('a week is the union of its days', async () => {
  const [a, b] = [await createTrack(), await createTrack()]
  const days = daysOfWeek('2026-W10')
  expect(days.map((day) => weekOf(new Date(day)))).toEqual(days.map(() => '2026-W10'))
  const row = (day: number, trackId: string, plays: number) => ({ day: new Date(days[day] ?? ''), trackId, plays })
  await db().trackDailyPlays.createMany({ data: [row(0, a.id, 2), row(6, a.id, 2), row(3, b.id, 3), row(3, a.id, 0)] })
  const week = () => mostPlayedInWeek('2026-W10', 5)
  expect(await week()).toMatchObject([
    { plays: 4, track: { id: a.id } },
    { plays: 3, track: { id: b.id } },
  ])
  expect((await week()).map(countOf)).toEqual(await countsOfDays(daysOfWeek('2026-W10'), 5))
  expect(await mostPlayedInWeek('2026-W11', 5)).toEqual([])
})

withRedis(
  'counts that arrive late, twice or during a rebuild are right, and songs taken down are left out',
  async () => {
    const [a, b] = [await createTrack(), await createTrack()]
    const day = '2026-02-03'
    await db().trackDailyPlays.createMany({
      data: [
        { day: new Date(day), trackId: a.id, plays: 7 },
        { day: new Date(day), trackId: b.id, plays: 9 },
      ],
    })
    expect((await mostPlayed(day, 1))[0]).toMatchObject({ plays: 9 })
    await mirrorPlays([{ day, trackId: a.id, plays: 10 }])
    await mirrorPlays([{ day, trackId: a.id, plays: 8 }])
    expect((await mostPlayed(day, 1))[0]).toMatchObject({ plays: 10, track: { id: a.id } })
    await db().song.updateMany({ where: { trackId: a.id }, data: { status: 'blocked' } })
    expect(await mostPlayed(day, 1)).toMatchObject([{ plays: 9, track: { id: b.id } }])
  },
)

test('weeks are ISO weeks', () => {
  expect(daysOfWeek('2026-W47')).toEqual(['16', '17', '18', '19', '20', '21', '22'].map((day) => `2026-11-${day}`))
  expect(daysOfWeek('2027-W01')[0]).toBe('2027-01-04')
  expect(daysOfWeek('2026-W53')[6]).toBe('2027-01-03')
  expect([daysOfWeek('2025-W53'), daysOfWeek('2026-W00')]).toEqual([[], []])
})
