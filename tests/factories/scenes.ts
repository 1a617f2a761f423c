import { db, Prisma } from '@/lib/db'
import { advanceQueue, commandPlayback } from '@/lib/playback/mutations'
import { addStream, removeStream, removeUpvote, upvoteStream } from '@/lib/queue/mutations'
import { claimGuestMemberships } from '@/lib/rooms/claim'
import { clearQuietCounts } from '@/lib/stats/clean-up'
import type { ListenerEvent } from '@/lib/stats/events-schema'
import { rebuildEverywhere } from '@/lib/stats/everywhere'
import { rebuildTrending } from '@/lib/stats/rebuild'
import { rebuildPeopleDays, rebuildRoomDays } from '@/lib/stats/rebuild-days'
import { recordEvents } from '@/lib/stats/record-events'
import { granted } from '../support/results'
import { createPlayingRoom, eventOf, guestOf, letPlay } from './heard'
import { createTrack } from './tracks'
import { createUser } from './users'

/** A room with a song on, one that waits with two votes, and everything else that an event may need. */
export type Scene = {
  roomId: string
  hostId: string
  hostUserId: string
  newUserId: string
  /** Guests. The fan's vote is one of the two. */
  fan: { id: string; personId: string }
  other: { id: string }
  /** The streams: what waits, and the place in the queue of what is on. */
  waiting: string
  queueId: string
  freshTrackId: string
  heard: ListenerEvent[]
}

/** Whatever happens in a room. Each may come twice: then it has happened once. */
export const EVENTS = {
  'add where the music ran out': ({ fan, freshTrackId }) => addStream({ memberId: fan.id, trackId: freshTrackId }),
  like: ({ other, waiting }) => upvoteStream({ memberId: other.id, streamId: waiting }),
  unlike: ({ fan, waiting }) => removeUpvote({ memberId: fan.id, streamId: waiting }),
  'unlike of nearly all heat': ({ fan, waiting }) => removeUpvote({ memberId: fan.id, streamId: waiting }),
  remove: ({ hostId, waiting }) => removeStream({ memberId: hostId, streamId: waiting }),
  play: ({ roomId, hostId }) => commandPlayback({ roomId, memberId: hostId, action: 'play' }),
  skip: ({ roomId, hostId, queueId }) => commandPlayback({ roomId, memberId: hostId, action: 'skip', queueId }),
  advance: ({ roomId, queueId }) => advanceQueue({ roomId, queueId }),
  hear: ({ fan, heard }) => recordEvents(guestOf(fan), heard),
  'sign up': ({ fan, newUserId }) => claimGuestMemberships({ guestId: fan.personId, userId: newUserId }),
  'sign in': ({ fan, hostUserId }) => claimGuestMemberships({ guestId: fan.personId, userId: hostUserId }),
  'clean up': () => clearQuietCounts(),
} as const satisfies Record<string, (scene: Scene) => Promise<unknown>>

export type EventName = keyof typeof EVENTS

export async function createScene(name: EventName): Promise<Scene> {
  const playing = await createPlayingRoom({ songs: 2, listeners: 2 })
  const { room, host, user, guests, streams } = playing
  const [roomId, [fan, other], [now, next]] = [room.id, guests, streams]
  if (!fan || !other || !now || !next) throw new Error('The scene is not complete.')
  if (name === 'unlike of nearly all heat') await makeOld(roomId, next)
  else granted(await upvoteStream({ memberId: host.id, streamId: next.streamId }))
  granted(await upvoteStream({ memberId: fan.id, streamId: next.streamId }))
  if (name === 'play') granted(await commandPlayback({ roomId, memberId: host.id, action: 'pause' }))
  if (name === 'advance') await letPlay(roomId, 20_000)
  if (name === 'add where the music ran out')
    for (let songs = 0; songs < 2; songs++)
      granted(await commandPlayback({ roomId, memberId: host.id, action: 'skip' }))
  if (name === 'clean up') await makeQuiet(roomId)
  return {
    roomId,
    hostId: host.id,
    hostUserId: user.id,
    newUserId: (await createUser()).id,
    fan: { id: fan.id, personId: fan.personId },
    other: { id: other.id },
    waiting: next.streamId,
    queueId: now.queueId,
    freshTrackId: (await createTrack()).id,
    heard: [eventOf(now.trackId), eventOf(now.trackId, { event: 'download' })],
  }
}

/** As if the song had been added a day earlier, so that a fresh vote is nearly all of its heat. */
async function makeOld(roomId: string, { streamId, trackId }: { streamId: string; trackId: string }) {
  await db().$executeRaw`
    UPDATE "Stream" SET "createdAt" = "createdAt" - interval '1 day', "addWeight" = "addWeight" - 48 * ln(2::float8)
    WHERE "id" = ${streamId}::uuid`
  await db().$transaction(async (tx) => {
    await rebuildTrending(tx, { roomId, trackId })
    await rebuildEverywhere(tx, trackId)
    await rebuildPeopleDays(tx, roomId)
    await rebuildRoomDays(tx, roomId)
  })
}

/** As if the room's votes had been given the day before yesterday, and nothing had happened since. */
async function makeQuiet(roomId: string) {
  const ago = Prisma.sql`- interval '2 days'`
  const ofRoom = Prisma.sql`"streamId" IN (SELECT "id" FROM "Stream" WHERE "roomId" = ${roomId}::uuid)`
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE "Upvote" SET "createdAt" = "createdAt" ${ago}, "weight" = "weight" - 96 * ln(2::float8) WHERE ${ofRoom}`
    await tx.$executeRaw`UPDATE "RoomStreamTrending" SET "windowStart" = "windowStart" ${ago} WHERE "roomId" = ${roomId}::uuid`
    const songs = await tx.roomStreamTrending.findMany({ where: { roomId }, select: { trackId: true } })
    for (const { trackId } of songs) {
      await rebuildTrending(tx, { roomId, trackId })
      await rebuildEverywhere(tx, trackId)
    }
    await rebuildPeopleDays(tx, roomId)
    await rebuildRoomDays(tx, roomId)
  })
}

/** What has happened in a room so far, in numbers. */
export async function tallyOf(roomId: string) {
  const [tally] = await db().$queryRaw<[Record<string, number | boolean>]>`
    SELECT r."version", r."isPlaying", r."currentQueueId" IS NULL AS "isIdle",
      (SELECT count(*)::int FROM "RoomMember" m WHERE m."roomId" = r."id" AND m."leftAt" IS NULL) AS "members",
      (SELECT count(*)::int FROM "Stream" s WHERE s."roomId" = r."id") AS "added",
      (SELECT count(*)::int FROM "RoomQueue" q WHERE q."roomId" = r."id") AS "queued",
      (SELECT count(*)::int FROM "RoomQueue" q WHERE q."roomId" = r."id" AND q."isPlayed") AS "played",
      (SELECT count(*)::int FROM "Upvote" u JOIN "Stream" s ON s."id" = u."streamId" WHERE s."roomId" = r."id") AS "votes",
      (SELECT count(*)::int FROM "StreamPlay" p JOIN "Stream" s ON s."id" = p."streamId" WHERE s."roomId" = r."id") AS "plays",
      (SELECT coalesce(sum(t."recentUpvotes"), 0)::int FROM "RoomStreamTrending" t WHERE t."roomId" = r."id") AS "recentUpvotes"
    FROM "Room" r WHERE r."id" = ${roomId}::uuid`
  return tally
}
