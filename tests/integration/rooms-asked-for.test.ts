import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, removeUpvote, reorderQueue, upvoteStream } from '@/lib/queue/mutations'
import { upNext } from '@/lib/queue/queries'
import { joinRoom } from '@/lib/rooms/members'
import { updateRoom } from '@/lib/rooms/mutations'
import { publicRoomsNow } from '@/lib/rooms/public-rooms'
import { memberOf, roomPreview, roomSnapshot } from '@/lib/rooms/queries'
import { createPlayingRoom, guestOf, userOf } from '../factories/heard'
import { createGuest, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import { createUser } from '../factories/users'
import { granted, refusalOf } from '../support/results'

// What users of such rooms ask their makers for, by the issue where they did.

test('who controls what is settled and can be locked (beatsync#27)', async () => {
  const { room, host } = await createRoom()
  const listener = await createGuest(room.id)
  const { id: trackId } = await createTrack()
  const { streamId } = granted(await addStream({ memberId: listener.id, trackId }))
  for (const action of ['play', 'pause', 'skip'] as const)
    expect(refusalOf(await commandPlayback({ roomId: room.id, memberId: listener.id, action }))).toBe('forbidden')
  expect(refusalOf(await reorderQueue({ memberId: listener.id, streamIds: [streamId] }))).toBe('forbidden')
  expect(refusalOf(await updateRoom({ memberId: listener.id, changes: { isLocked: true } }))).toBe('forbidden')
  granted(await updateRoom({ memberId: host.id, changes: { isLocked: true, settings: { whoAdds: 'moderators' } } }))
  const another = await createTrack()
  expect(refusalOf(await addStream({ memberId: listener.id, trackId: another.id }))).toBe('forbidden')
  const late = await joinRoom({ code: room.code, viewer: { kind: 'nobody' }, displayName: 'Late' })
  expect(refusalOf(late)).toBe('room_locked')
})

test('a private room is listed nowhere, met by its code alone, and shows nothing inside to who has not joined (beatsync#82)', async () => {
  const [{ room, host }, open] = [await createPlayingRoom(), await createPlayingRoom()]
  await db().roomMember.updateMany({ data: { lastSeenAt: new Date(), lastHeardAt: new Date() } })
  granted(await updateRoom({ memberId: open.host.id, changes: { isPublic: true } }))
  expect((await publicRoomsNow(50)).map(({ code }) => code)).toEqual([open.room.code])
  granted(await updateRoom({ memberId: host.id, changes: { name: 'Only us' } }))
  const stranger = userOf(await createUser())
  expect(refusalOf(await roomSnapshot({ code: room.code, viewer: stranger }))).toBe('not_member')
  expect(refusalOf(await memberOf(room.code, stranger))).toBe('not_member')
  expect(granted(await roomPreview(room.code)).name).toBe('Only us')
  granted(await joinRoom({ code: room.code, viewer: stranger }))
  granted(await roomSnapshot({ code: room.code, viewer: stranger }))
})

test('the queue never disappears (OTT#2057): nobody there, the mode changed, songs skipped, it is the same', async () => {
  const { room, host } = await createRoom()
  const guest = await createGuest(room.id)
  for (let i = 0; i < 4; i++) granted(await addStream({ memberId: guest.id, trackId: (await createTrack()).id }))
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
  const waiting = async () => (await upNext({ roomId: room.id, memberId: host.id })).map(({ streamId }) => streamId)
  const before = await waiting()
  await db().roomMember.updateMany({ where: { roomId: room.id }, data: { lastSeenAt: new Date(0) } })
  for (const queueMode of ['fair', 'manual', 'votes'] as const) {
    granted(await updateRoom({ memberId: host.id, changes: { settings: { queueMode } } }))
    expect(await waiting()).toEqual(before)
  }
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'skip' }))
  expect(await waiting()).toEqual(before.slice(1))
})

test('the top-voted song never vanishes, and ties are in the order of adding (Festify#225)', async () => {
  const { room, host } = await createRoom()
  const fans = await Promise.all(Array.from({ length: 3 }, () => createGuest(room.id)))
  const streams: string[] = []
  for (let i = 0; i < 5; i++)
    streams.push(granted(await addStream({ memberId: host.id, trackId: (await createTrack()).id })).streamId)
  const [a = '', b = '', c = '', d = '', e = ''] = streams
  const votes = [
    [d, fans],
    [b, fans.slice(1)],
    [e, fans.slice(1)],
  ] as const
  await Promise.all(votes.flatMap(([streamId, by]) => by.map(({ id }) => upvoteStream({ memberId: id, streamId }))))
  const order = async () => (await upNext({ roomId: room.id, memberId: host.id })).map(({ streamId }) => streamId)
  expect(await order()).toEqual([d, b, e, a, c])
  granted(await removeUpvote({ memberId: fans[1]?.id ?? '', streamId: d }))
  expect(await order()).toEqual([b, d, e, a, c])
})

test('one vote a person whatever the tabs (Festify#256); a song that is added again shares no votes (youtube-party-dj#31)', async () => {
  const { room, host } = await createRoom()
  const fan = await createGuest(room.id)
  const { id: trackId } = await createTrack()
  const first = granted(await addStream({ memberId: host.id, trackId })).streamId
  const tabs = await Promise.all(Array.from({ length: 6 }, () => upvoteStream({ memberId: fan.id, streamId: first })))
  expect(tabs.map((vote) => granted(vote).votes)).toEqual([1, 1, 1, 1, 1, 1])
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
  granted(await addStream({ memberId: host.id, trackId }))
  const snapshot = granted(await roomSnapshot({ code: room.code, viewer: guestOf(fan) }))
  expect(snapshot.nowPlaying).toMatchObject({ votes: 1, votedByMe: true })
  expect(snapshot.queue).toMatchObject([{ votes: 0, votedByMe: false, track: { id: trackId } }])
})
