import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { removeStream, upvoteStream } from '@/lib/queue/mutations'
import { kickMember } from '@/lib/rooms/members'
import { differences } from '@/lib/stats/verify'
import { createRoomWithSong } from '../factories/room-with-song'
import { createGuest } from '../factories/rooms'
import { queuedUp } from '../support/queued-up'
import { granted, refusalOf } from '../support/results'

// What waits for a room's lock decides by what is true when it has it.

test('a room that somebody holds keeps no other room waiting', async () => {
  const [held, free] = [await createRoomWithSong(), await createRoomWithSong()]
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let vote: ReturnType<typeof upvoteStream> | undefined
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ${held.roomId}::uuid FOR NO KEY UPDATE`
    vote = upvoteStream({ memberId: held.host.id, streamId: held.streamId })
    void vote.then(release)
    expect(granted(await upvoteStream({ memberId: free.host.id, streamId: free.streamId })).votes).toBe(1)
    expect(await Promise.race([released, Promise.resolve('waits')])).toBe('waits')
  })
  await released
  expect(vote && granted(await vote).votes).toBe(1)
})

test('who was demoted while they waited has lost the right', async () => {
  const { roomId, host } = await createRoomWithSong()
  const moderator = await createGuest(roomId, { role: 'moderator' })
  const { id: targetId } = await createGuest(roomId)
  const ids = { memberId: moderator.id, targetId }
  let kick: ReturnType<typeof kickMember> | undefined
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ${roomId}::uuid FOR NO KEY UPDATE`
    kick = kickMember(ids)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await tx.roomMember.update({ where: { id: moderator.id }, data: { role: 'listener' } })
  })
  expect(kick && refusalOf(await kick)).toBe('forbidden')
  expect(refusalOf(await kickMember({ ...ids, memberId: host.id }))).toBe(null)
})

test('a vote that waited while its member was banned is refused', async () => {
  const { roomId, host, streamId } = await createRoomWithSong()
  const { id: memberId } = await createGuest(roomId)
  const ban = () => kickMember({ memberId: host.id, targetId: memberId, ban: true })
  const vote = () => upvoteStream({ memberId, streamId })
  expect(await queuedUp(roomId, ban, vote)).toEqual([null, 'banned'])
  expect(await db().upvote.count({ where: { memberId, streamId } })).toBe(0)
})

test('a vote that waited while the song was taken out or skipped is refused', async () => {
  const removed = await createRoomWithSong()
  const skipped = await createRoomWithSong()
  const command = (action: 'play' | 'skip') =>
    commandPlayback({ roomId: skipped.roomId, memberId: skipped.host.id, action })
  granted(await command('play'))
  const changes = [
    {
      ...removed,
      change: () => removeStream({ memberId: removed.host.id, streamId: removed.streamId }),
      why: 'stream_removed',
    },
    { ...skipped, change: () => command('skip'), why: 'stream_played' },
  ]
  for (const { roomId, streamId, change, why } of changes) {
    const { id: memberId } = await createGuest(roomId)
    expect(await queuedUp(roomId, change, () => upvoteStream({ memberId, streamId }))).toEqual([null, why])
    expect(await db().upvote.count({ where: { memberId, streamId } })).toBe(0)
  }
  expect(await differences()).toEqual([])
})
