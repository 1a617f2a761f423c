import { randomInt, randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, removeStream, removeUpvote, upvoteStream } from '@/lib/queue/mutations'
import { recordEvents } from '@/lib/stats/record-events'
import { eventOf, guestOf } from './heard'
import { createGuest, createRoom } from './rooms'
import { createTrack } from './tracks'

/** Rooms full of people, as another process can be told of them. */
export type Crowd = {
  rooms: { roomId: string; hostId: string; guests: { id: string; personId: string }[] }[]
  trackIds: string[]
}

export async function createCrowd({ rooms, guests, songs }: { rooms: number; guests: number; songs: number }) {
  const crowd: Crowd = { rooms: [], trackIds: [] }
  // Songs so short that a part of them can be heard within seconds.
  for (let i = 0; i < songs; i++) crowd.trackIds.push((await createTrack({ durationMs: 2_000 })).id)
  for (let i = 0; i < rooms; i++) {
    const { room, host } = await createRoom()
    const people = await Promise.all(Array.from({ length: guests }, () => createGuest(room.id)))
    crowd.rooms.push({
      roomId: room.id,
      hostId: host.id,
      guests: people.map(({ id, personId }) => ({ id, personId })),
    })
  }
  return crowd
}

export const anyOf = <T>(list: T[]): T => {
  const one = list[randomInt(list.length)]
  if (one === undefined) throw new Error('There is none.')
  return one
}

/** One thing that somebody does. What is not possible just then is refused. */
export async function happen({ rooms, trackIds }: Crowd): Promise<unknown> {
  const { roomId, hostId, guests } = anyOf(rooms)
  const guest = anyOf(guests)
  const dice = randomInt(100)
  if (dice < 20) return addStream({ memberId: guest.id, trackId: anyOf(trackIds) })
  if (dice < 30) return commandPlayback({ roomId, memberId: hostId, action: dice < 27 ? 'play' : 'skip' })
  const queue = await db().roomQueue.findMany({
    where: { roomId, OR: [{ isPlayed: false }, { nowIn: { id: roomId } }] },
    select: { streamId: true, isPlayed: true, stream: { select: { trackId: true } } },
  })
  const now = queue.find(({ isPlayed }) => isPlayed)
  const streamId = queue.length ? anyOf(queue).streamId : randomUUID()
  if (dice < 65) return upvoteStream({ memberId: guest.id, streamId })
  if (dice < 80) return removeUpvote({ memberId: guest.id, streamId })
  if (dice < 86) return removeStream({ memberId: hostId, streamId })
  return recordEvents(guestOf(guest), [eventOf(now?.stream.trackId ?? anyOf(trackIds))])
}
