import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { addStream, removeStream, removeUpvote, upvoteStream } from '@/lib/queue/mutations'
import { claimGuestMemberships } from '@/lib/rooms/claim'
import { myActivity, roomActivity } from '@/lib/stats/activity'
import { myStats, roomStats } from '@/lib/stats/queries'
import { rebuildAll } from '@/lib/stats/rebuild-all'
import { recordEvents } from '@/lib/stats/record-events'
import { differences } from '@/lib/stats/verify'
import { createPlayingRoom, eventOf, guestOf } from '../factories/heard'
import { createGuest, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import { createUser } from '../factories/users'
import '../support/bus-events'
import { granted } from '../support/results'

const today = new Date().toISOString().slice(0, 10)

async function add(memberId: string) {
  const { id: trackId } = await createTrack()
  return granted(await addStream({ memberId, trackId })).streamId
}

/** As if all of the room had happened a day earlier. */
async function moveADayBack() {
  await db()
    .$executeRaw`UPDATE "Stream" SET "createdAt" = "createdAt" - interval '1 day', "addWeight" = "addWeight" - 33`
  await db().$executeRaw`UPDATE "Upvote" SET "createdAt" = "createdAt" - interval '1 day', "weight" = "weight" - 33`
  await rebuildAll()
}

test('each add, like and play is in its day, of the person over all rooms and of the room', async () => {
  const one = await createPlayingRoom({ listeners: 2 })
  const two = await createRoom()
  const [fan] = one.guests
  if (!fan) throw new Error('Nobody listens.')
  const alsoFan = await db().roomMember.create({
    data: { roomId: two.room.id, guestId: fan.guestId, personId: fan.personId, displayName: 'Guest' },
  })
  const other = await add(alsoFan.id)
  for (const vote of [
    { memberId: fan.id, streamId: one.streamId },
    { memberId: two.host.id, streamId: other },
    { memberId: alsoFan.id, streamId: other },
  ])
    granted(await upvoteStream(vote))
  for (const guest of one.guests) granted(await recordEvents(guestOf(guest), [eventOf(one.trackId)]))
  expect(await myActivity(fan.personId)).toEqual([{ day: today, added: 1, likesGot: 2, likesGiven: 2 }])
  expect(await roomActivity(one.room.id)).toEqual([{ day: today, added: 1, likes: 1, plays: 2 }])
  const { activity, topSongs } = await roomStats(one.room.id)
  expect(activity).toHaveLength(1)
  expect(topSongs).toMatchObject([{ streamId: one.streamId, votes: 1, track: { id: one.trackId } }])
  expect((await myStats(fan.personId)).records).toMatchObject({ currentStreak: 1, mostAdded: { day: today, count: 1 } })
  expect(await differences()).toEqual([])
})

test('the songs with the most votes are among what waits and what has been on, without those that have none', async () => {
  const { room, guests, streams } = await createPlayingRoom({ songs: 3, listeners: 2 })
  const [on, waiting] = streams.map(({ streamId }) => streamId) as [string, string, string]
  for (const { id: memberId } of guests) granted(await upvoteStream({ memberId, streamId: waiting }))
  granted(await upvoteStream({ memberId: guests[0]?.id ?? '', streamId: on }))
  const { topSongs } = await roomStats(room.id)
  expect(topSongs.map(({ streamId, votes }) => [streamId, votes])).toEqual([
    [waiting, 2],
    [on, 1],
  ])
})

test('what is taken back is taken from the day that it was given, also by a rebuild or a removal', async () => {
  const { room, host } = await createRoom()
  const [fan, other] = [await createGuest(room.id), await createGuest(room.id)]
  const [kept, taken] = [await add(host.id), await add(host.id)]
  for (const streamId of [kept, taken])
    for (const { id: memberId } of [fan, other, host]) granted(await upvoteStream({ memberId, streamId }))
  await moveADayBack()
  granted(await upvoteStream({ memberId: fan.id, streamId: await add(host.id) }))
  // One by subtraction, the last ones by summing up again.
  for (const { id: memberId } of [fan, other, host]) granted(await removeUpvote({ memberId, streamId: kept }))
  expect(await differences()).toEqual([])
  granted(await removeStream({ memberId: host.id, streamId: taken }))
  expect(await differences()).toEqual([])
  const days = await roomActivity(room.id)
  expect(days).toMatchObject([
    { day: today, added: 1, likes: 1 },
    { added: 1, likes: 0 },
  ])
  expect(await myActivity(fan.personId)).toEqual([{ day: today, added: 0, likesGot: 0, likesGiven: 1 }])
})

test('days that are wrong are named, and restored', async () => {
  const { room, host } = await createRoom()
  granted(await upvoteStream({ memberId: host.id, streamId: await add(host.id) }))
  await db().userDailyStats.updateMany({ where: { roomId: room.id }, data: { likesGot: 5 } })
  await db().roomDailyStats.updateMany({ where: { roomId: room.id }, data: { likes: 0 } })
  expect((await differences()).map(({ table, column }) => `${table}.${column}`)).toEqual([
    'UserDailyStats.likesGot',
    'RoomDailyStats.likes',
  ])
  await rebuildAll()
  expect(await differences()).toEqual([])
})

test('a guest who signs up keeps the days', async () => {
  const { room } = await createRoom()
  const guest = await createGuest(room.id)
  await add(guest.id)
  const user = await createUser()
  await claimGuestMemberships({ guestId: guest.personId, userId: user.id })
  expect(await myActivity(user.id)).toMatchObject([{ day: today, added: 1 }])
  expect(await myActivity(guest.personId)).toEqual([])
  expect(await differences()).toEqual([])
})
