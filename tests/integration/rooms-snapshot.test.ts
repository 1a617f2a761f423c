import pg from 'pg'
import { expect, test, vi } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, upvoteStream } from '@/lib/queue/mutations'
import { kickMember, leaveRoom } from '@/lib/rooms/members'
import { roomSnapshot } from '@/lib/rooms/queries'
import { createGuest, createMember, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import '../support/bus-events'
import { granted, refusalOf } from '../support/results'

const guestOf = (guestId: string): Viewer => ({ kind: 'guest', guestId })

async function partyRoom() {
  const { room, host, user } = await createRoom()
  const [guest, member] = [await createGuest(room.id, { displayName: 'Jonas' }), await createMember(room.id)]
  const streams = []
  for (let i = 0; i < 3; i++) {
    const track = await createTrack({ title: `Song ${i}` })
    streams.push(granted(await addStream({ memberId: [host.id, guest.id][i % 2] ?? '', trackId: track.id })))
  }
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
  granted(await upvoteStream({ memberId: guest.id, streamId: streams[2]?.streamId ?? '' }))
  return { room, host, user, guest, member, streams }
}

test('a snapshot has everything of the room as one member sees it', async () => {
  const { room, host, guest, member, streams } = await partyRoom()
  const snapshot = granted(
    await roomSnapshot({ code: ` ${room.code.toLowerCase()} `, viewer: guestOf(guest.personId) }),
  )
  const { version } = await db().room.findUniqueOrThrow({ where: { id: room.id } })
  expect(snapshot).toMatchObject({
    version,
    room: { id: room.id, code: room.code, name: 'Kitchen', isLocked: false, settings: { whoAdds: 'everyone' } },
    me: { memberId: guest.id, displayName: 'Jonas', role: 'listener', isGuest: true },
    playback: { version, queueId: streams[0]?.queueId, isPlaying: true, positionMs: 0 },
    nowPlaying: { streamId: streams[0]?.streamId, playedAt: expect.stringMatching(/Z$/), votedByMe: false },
    queue: [
      { streamId: streams[2]?.streamId, votes: 1, votedByMe: true, track: { title: 'Song 2' }, playedAt: null },
      {
        streamId: streams[1]?.streamId,
        votes: 0,
        votedByMe: false,
        addedBy: { memberId: guest.id, displayName: 'Jonas' },
      },
    ],
    members: [{ memberId: host.id, role: 'host', isGuest: false }, { memberId: guest.id }, { memberId: member.id }],
  })
  expect(snapshot.listening.toSorted()).toEqual([host.id, guest.id, member.id].toSorted())
  const same = granted(await roomSnapshot({ roomId: room.id, viewer: guestOf(guest.personId) }))
  expect(same).toEqual(snapshot)
})

test('nothing leaves the database that people in a room may not see', async () => {
  const { room, user, guest, member } = await partyRoom()
  const other = await partyRoom()
  const text = JSON.stringify(granted(await roomSnapshot({ code: room.code, viewer: guestOf(guest.personId) })))
  for (const secret of [user.email, member.personId, guest.personId, other.room.id, other.room.code]) {
    expect(text).not.toContain(secret)
  }
  // The room names its host: nobody else's account id is in it.
  expect(text.match(new RegExp(user.id, 'g'))).toHaveLength(1)
  const keys = (value: object) => Object.keys(value).toSorted()
  const snapshot = JSON.parse(text)
  expect(keys(snapshot)).toEqual(
    [
      'listening',
      'me',
      'members',
      'nowPlaying',
      'playback',
      'queue',
      'room',
      'silent',
      'skipVotes',
      'version',
    ].toSorted(),
  )
  expect(keys(snapshot.members[0])).toEqual([
    'avatarUrl',
    'displayName',
    'isGuest',
    'isOwner',
    'isScreen',
    'joinedAt',
    'memberId',
    'role',
  ])
  expect(keys(snapshot.queue[0])).toEqual(
    ['addedBy', 'order', 'playedAt', 'queueId', 'streamId', 'track', 'turn', 'votedByMe', 'votes'].toSorted(),
  )
})

test('it is one query whatever the size of the room', async () => {
  const { room, guest } = await partyRoom()
  await db().$executeRaw`
    INSERT INTO "RoomMember" ("roomId", "guestId", "personId", "displayName")
    SELECT ${room.id}::uuid, person, person, 'Guest' FROM (SELECT gen_random_uuid() AS person FROM generate_series(1, 300)) people`
  const queries = vi.spyOn(pg.Client.prototype, 'query')
  const snapshot = granted(await roomSnapshot({ code: room.code, viewer: guestOf(guest.personId) }))
  expect(queries).toHaveBeenCalledTimes(1)
  queries.mockRestore()
  expect(snapshot.members).toHaveLength(303)
})

test('who has left, was kicked or banned is in no list, and is refused', async () => {
  const { room, host, guest, member } = await partyRoom()
  granted(await leaveRoom({ memberId: member.id }))
  granted(await kickMember({ memberId: host.id, targetId: guest.id, ban: true }))
  const snapshotFor = (viewer: Viewer) => roomSnapshot({ code: room.code, viewer })
  expect(refusalOf(await snapshotFor(guestOf(guest.personId)))).toBe('banned')
  expect(refusalOf(await snapshotFor({ kind: 'nobody' }))).toBe('not_member')
  expect(refusalOf(await roomSnapshot({ code: 'QQQQQQ', viewer: { kind: 'nobody' } }))).toBe('room_not_found')
  const { members, queue } = granted(
    await snapshotFor({ kind: 'user', userId: host.personId, username: 'x', displayName: 'x', role: 'user' }),
  )
  expect(members.map(({ memberId }) => memberId)).toEqual([host.id])
  expect(queue.some(({ addedBy }) => addedBy.displayName === 'Jonas')).toBe(true)
})

test('whoever was not heard of for half a minute listens no more', async () => {
  const { room, host, guest } = await partyRoom()
  await db().roomMember.update({ where: { id: host.id }, data: { lastSeenAt: new Date(Date.now() - 31_000) } })
  const { listening, members } = granted(await roomSnapshot({ code: room.code, viewer: guestOf(guest.personId) }))
  expect(members).toHaveLength(3)
  expect(listening).not.toContain(host.id)
})
