import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream } from '@/lib/queue/mutations'
import type { ListenerEvent } from '@/lib/stats/events-schema'
import { granted } from '../support/results'
import { createGuest, createRoom } from './rooms'
import { createTrack } from './tracks'

/** A room that has played its first song for this long, all of its people having been there before. */
export async function createPlayingRoom({
  forMs = 40_000,
  durationMs = 60_000,
  songs = 1,
  listeners = 1,
  trackIds = [] as string[],
} = {}) {
  const { room, host, user } = await createRoom()
  const streams = []
  const made = trackIds.length
    ? []
    : Array.from({ length: songs }, (_, i) => createTrack({ title: `Song ${i}`, durationMs }))
  const ids = [...trackIds, ...(await Promise.all(made)).map(({ id }) => id)]
  for (const trackId of ids) {
    streams.push({ trackId, ...granted(await addStream({ memberId: host.id, trackId })) })
  }
  const guests = await Promise.all(Array.from({ length: listeners }, () => createGuest(room.id)))
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
  await letPlay(room.id, forMs)
  const [first] = streams
  if (!first) throw new Error('A playing room needs a song.')
  return { room, host, user, guests, streams, ...first }
}

/** As if the room had been playing for this much longer. */
export async function letPlay(roomId: string, ms: number) {
  const by = ms / 1000
  await db()
    .$executeRaw`UPDATE "Room" SET "positionAt" = "positionAt" - make_interval(secs => ${by}) WHERE "id" = ${roomId}::uuid`
  await db()
    .$executeRaw`UPDATE "RoomQueue" SET "playedAt" = "playedAt" - make_interval(secs => ${by}) WHERE "roomId" = ${roomId}::uuid`
  await db()
    .$executeRaw`UPDATE "RoomMember" SET "joinedAt" = "joinedAt" - make_interval(secs => ${by}) WHERE "roomId" = ${roomId}::uuid`
}

export const guestOf = (member: { personId: string }): Viewer => ({ kind: 'guest', guestId: member.personId })

export const userOf = ({
  id: userId,
  username,
  displayName,
}: {
  id: string
  username: string
  displayName: string
}): Viewer => ({
  kind: 'user',
  userId,
  username,
  displayName,
  role: 'user',
})

export const eventOf = (trackId: string, fields: Partial<ListenerEvent> = {}): ListenerEvent => ({
  id: randomUUID(),
  trackId,
  event: 'play',
  at: new Date().toISOString(),
  ...fields,
})
