import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { standings } from '@/lib/playback/queries'
import { upvoteStream } from '@/lib/queue/mutations'
import { changeRole, kickMember } from '@/lib/rooms/members'
import { createRoomWithSong } from '../factories/room-with-song'
import { createGuest } from '../factories/rooms'
import { eventsOf } from '../support/bus-events'
import { queuedUp } from '../support/queued-up'
import { granted } from '../support/results'

// A command that waits for the room's lock decides by what is true when it has it, and says no more than that.

async function playingRoom() {
  const room = await createRoomWithSong()
  granted(await commandPlayback({ roomId: room.roomId, memberId: room.host.id, action: 'play' }))
  return room
}

test('a pause is told of after the vote that came first', async () => {
  const { roomId, host, streamId } = await playingRoom()
  const fan = await createGuest(roomId)
  const vote = () => upvoteStream({ memberId: fan.id, streamId })
  const pause = () => commandPlayback({ roomId, memberId: host.id, action: 'pause' })
  expect(await queuedUp(roomId, vote, pause)).toEqual([null, null])
  const changed = eventsOf(roomId).findLast(({ type }) => type === 'playback:changed')
  const voted = eventsOf(roomId).find(({ type }) => type === 'queue:voted')
  expect(changed).toMatchObject({ version: (voted?.version ?? 0) + 1, playback: { isPlaying: false } })
})

test.each([
  ['banned', { ban: true }],
  ['not_member', { ban: false }],
])('who is put out first commands nothing: %s', async (why, { ban }) => {
  const { roomId, host } = await playingRoom()
  const { id: memberId } = await createGuest(roomId, { role: 'moderator' })
  const kick = () => kickMember({ memberId: host.id, targetId: memberId, ban })
  const pause = () => commandPlayback({ roomId, memberId, action: 'pause' })
  expect(await queuedUp(roomId, kick, pause)).toEqual([null, why])
  expect(await standings([roomId])).toMatchObject([{ isPlaying: true }])
})

test('who is demoted first commands nothing, also by what they have heard', async () => {
  const { roomId, host } = await playingRoom()
  const { id: memberId } = await createGuest(roomId, { role: 'moderator' })
  const [known] = await standings([roomId])
  const demote = () => changeRole({ memberId: host.id, targetId: memberId, role: 'listener' })
  const pause = () => commandPlayback({ roomId, memberId, known, action: 'pause' })
  expect(await queuedUp(roomId, demote, pause)).toEqual([null, 'forbidden'])
})

test('noting who is here keeps nobody waiting', async () => {
  const { roomId, host, streamId } = await playingRoom()
  const { id: memberId } = await createGuest(roomId, { role: 'moderator' })
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE "RoomMember" SET "lastSeenAt" = now() WHERE "roomId" = ${roomId}::uuid`
    granted(await commandPlayback({ roomId, memberId, action: 'seek', positionMs: 1000 }))
    granted(await upvoteStream({ memberId: host.id, streamId }))
  })
})
