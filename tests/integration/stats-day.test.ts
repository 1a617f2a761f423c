import { randomInt, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { closeDb, db, Prisma } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, removeStream, removeUpvote, upvoteStream } from '@/lib/queue/mutations'
import { clearQuietCounts } from '@/lib/stats/clean-up'
import { HALF_LIFE_MS, WEIGHTS } from '@/lib/stats/decay'
import { roomTrending } from '@/lib/stats/queries'
import { recordEvents } from '@/lib/stats/record-events'
import { differences } from '@/lib/stats/verify'
import { eventOf, guestOf } from '../factories/heard'
import { createGuest, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import '../support/bus-events'

const DAY_MS = 86_400_000
const ROOMS = 5
const SONGS = 25
const STEPS = 32
const EVENTS_A_STEP = 20

/** PostgreSQL's clock, as the product asks for it, can be set from here on; it runs on from there, or stands still. */
async function takeClock() {
  const statements = [
    'CREATE TABLE clock AS SELECT pg_catalog.clock_timestamp() AS shown, pg_catalog.clock_timestamp() AS since',
    `CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
     AS 'SELECT shown + coalesce(pg_catalog.clock_timestamp() - since, interval ''0'') FROM public.clock'`,
    `CREATE FUNCTION public.now() RETURNS timestamptz LANGUAGE sql STABLE
     AS 'SELECT shown + coalesce(pg_catalog.now() - since, interval ''0'') FROM public.clock'`,
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, pg_catalog', current_database()); END $$`,
  ]
  for (const statement of statements) await db().$executeRawUnsafe(statement)
  await closeDb()
  const set = (at: number, since: Prisma.Sql) =>
    db().$executeRaw`UPDATE clock SET shown = ${new Date(at)}, since = ${since}`
  return {
    run: (at: number) => set(at, Prisma.sql`pg_catalog.clock_timestamp()`),
    stop: (at: number) => set(at, Prisma.sql`NULL`),
  }
}

const anyOf = <T>(list: T[]): T => {
  const one = list[randomInt(list.length)]
  if (one === undefined) throw new Error('There is none.')
  return one
}

async function createScene() {
  const tracks = await Promise.all(Array.from({ length: SONGS }, () => createTrack({ durationMs: 7_200_000 })))
  const rooms = []
  for (let i = 0; i < ROOMS; i++) {
    const { room, host } = await createRoom()
    rooms.push({ roomId: room.id, host, guests: [await createGuest(room.id), await createGuest(room.id)] })
  }
  return { trackIds: tracks.map(({ id }) => id), rooms }
}

type Room = Awaited<ReturnType<typeof createScene>>['rooms'][number]

/** Something that happens in the room. What is not possible just then is refused. */
async function happen({ roomId, host, guests }: Room, trackIds: string[], now: number) {
  const queue = await db().roomQueue.findMany({
    where: { roomId },
    orderBy: { playedAt: { sort: 'desc', nulls: 'last' } },
    select: { streamId: true, isPlayed: true, stream: { select: { trackId: true } } },
  })
  const waiting = queue.filter(({ isPlayed }) => !isPlayed)
  const streamId = waiting.length ? anyOf(waiting).streamId : randomUUID()
  const heard = queue[0]?.stream.trackId ?? anyOf(trackIds)
  const guest = anyOf(guests)
  const dice = randomInt(100)
  if (dice < 25) await addStream({ memberId: anyOf([host, ...guests]).id, trackId: anyOf(trackIds) })
  else if (dice < 60) await upvoteStream({ memberId: anyOf([host, ...guests]).id, streamId })
  else if (dice < 72) await removeUpvote({ memberId: guest.id, streamId })
  else if (dice < 77) await removeStream({ memberId: host.id, streamId })
  else if (dice < 85) await commandPlayback({ roomId, memberId: host.id, action: anyOf(['play', 'skip'] as const) })
  else await recordEvents(guestOf(guest), [eventOf(heard, { at: new Date(now).toISOString() })])
}

/** The decayed sum of each song's events that still count, computed from the raw rows alone; the ten highest. */
async function bruteForce(roomId: string, now: number) {
  const streams = await db().stream.findMany({
    where: { roomId, removedAt: null },
    select: {
      trackId: true,
      createdAt: true,
      upvotes: { select: { createdAt: true } },
      plays: { select: { playedAt: true } },
    },
  })
  const heats = new Map<string, number>()
  for (const { trackId, createdAt, upvotes, plays } of streams) {
    const events = [
      [WEIGHTS.add, createdAt] as const,
      ...upvotes.map((vote) => [WEIGHTS.like, vote.createdAt] as const),
      ...plays.map((play) => [WEIGHTS.play, play.playedAt] as const),
    ]
    for (const [weight, at] of events) {
      const heat = weight * 2 ** ((at.getTime() - now) / HALF_LIFE_MS.room)
      heats.set(trackId, (heats.get(trackId) ?? 0) + heat)
    }
  }
  return { heats, top: [...heats.values()].toSorted((a, b) => b - a).slice(0, 10) }
}

test('the top ten of every room are right at any instant after a day of events, without a write in between', {
  timeout: 180_000,
}, async () => {
  const { trackIds, rooms } = await createScene()
  const start = Date.now()
  const clock = await takeClock()
  for (let step = 0; step < STEPS; step++) {
    const now = start + (step * DAY_MS) / STEPS
    await clock.run(now)
    await Promise.all(Array.from({ length: EVENTS_A_STEP }, () => happen(anyOf(rooms), trackIds, now)))
    if (step % 8 === 7) await clearQuietCounts()
  }
  expect(await differences()).toEqual([])
  const written = () => db().$queryRaw`SELECT md5(string_agg(t::text, '' ORDER BY "id")) FROM "RoomStreamTrending" t`
  const before = await written()
  for (let i = 0; i < 10; i++) {
    const now = start + DAY_MS + randomInt(DAY_MS)
    await clock.stop(now)
    for (const { roomId } of rooms) {
      const items = await roomTrending(roomId, 10)
      const { heats, top } = await bruteForce(roomId, now)
      expect(items).toHaveLength(Math.min(10, heats.size))
      for (const [rank, { track, heat }] of items.entries()) {
        expect(heat / (heats.get(track.id) ?? 0), `${rank + 1} by itself`).toBeCloseTo(1, 5)
        expect(heat / (top[rank] ?? 0), `${rank + 1} of the ten`).toBeCloseTo(1, 5)
      }
    }
  }
  expect(await written()).toEqual(before)
  // The day was random, but plays were among what happened.
  expect(await db().streamPlay.count()).toBeGreaterThan(5)
})
