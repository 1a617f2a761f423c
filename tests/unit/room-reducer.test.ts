import { expect, test } from 'vitest'
import { roomReducer } from '@/components/room/room-reducer'
import { initialRoomState, isOutdated, type RoomState } from '@/components/room/room-state'
import type { RoomEvent } from '@/lib/events'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import { queueItem as item, memberView as member, roomSnapshot as snapshot } from '@/tests/factories/room-snapshot'

const start = (fields: Partial<RoomSnapshot> = {}) => initialRoomState(snapshot(fields))
const receive = (state: RoomState, ...events: RoomEvent[]) =>
  events.reduce((before, event) => roomReducer(before, { type: 'event', event }), state)
const joined = (version: number, name = `guest ${version}`): RoomEvent => ({
  version,
  type: 'member:joined',
  member: member(name),
})

test('the next event is applied and moves the version on', () => {
  const state = receive(start(), joined(11, 'ines'))
  expect(state.snapshot.version).toBe(11)
  expect(state.snapshot.members.map((one) => one.memberId)).toEqual(['maya', 'leo', 'ines'])
  expect(isOutdated(state)).toBe(false)
})

test('an event that is known already changes nothing', () => {
  const before = start()
  expect(receive(before, joined(10), joined(3))).toBe(before)
})

test('an event after a gap waits and asks for the snapshot', () => {
  const state = receive(start(), joined(13))
  expect(state.snapshot.version).toBe(10)
  expect(state.snapshot.members).toHaveLength(2)
  expect(isOutdated(state)).toBe(true)
})

test('events that arrive in the wrong order are applied in the right one', () => {
  const state = receive(start(), joined(13), joined(12), joined(12), joined(11))
  expect(state.snapshot.version).toBe(13)
  expect(state.snapshot.members.slice(2).map((one) => one.memberId)).toEqual(['guest 11', 'guest 12', 'guest 13'])
  expect(isOutdated(state)).toBe(false)
})

test('a fetched snapshot fills the gap, and what arrived meanwhile comes on top', () => {
  const waiting = receive(start(), joined(13), joined(15))
  const state = roomReducer(waiting, { type: 'snapshot', snapshot: snapshot({ version: 14 }) })
  expect(state.snapshot.version).toBe(15)
  expect(isOutdated(state)).toBe(false)
})

test('a snapshot that still leaves a gap asks again', () => {
  const waiting = receive(start(), joined(15))
  const state = roomReducer(waiting, { type: 'snapshot', snapshot: snapshot({ version: 12 }) })
  expect(state.snapshot.version).toBe(12)
  expect(isOutdated(state)).toBe(true)
})

test('what was lost while an older snapshot was on its way is asked for again', () => {
  const outdated = (version: number): RoomEvent => ({ type: 'room:outdated', version })
  const state = receive(start(), outdated(20), outdated(30))
  const behind = roomReducer(state, { type: 'fetched', snapshot: snapshot({ version: 20 }) })
  expect(isOutdated(behind)).toBe(true)
  expect(isOutdated(roomReducer(behind, { type: 'fetched', snapshot: snapshot({ version: 30 }) }))).toBe(false)
})

test('a snapshot from before does not take the room back', () => {
  const state = receive(start(), joined(11))
  expect(roomReducer(state, { type: 'snapshot', snapshot: snapshot() })).toBe(state)
})

test('room:outdated asks for the snapshot', () => {
  const state = receive(start(), { version: 11, type: 'room:outdated' })
  expect(isOutdated(state)).toBe(true)
  expect(isOutdated(roomReducer(state, { type: 'snapshot', snapshot: snapshot({ version: 11 }) }))).toBe(false)
})

test('an added song joins the queue once', () => {
  const song = item()
  const added: RoomEvent = { version: 11, type: 'queue:added', item: song }
  expect(receive(start(), added, added).snapshot.queue).toEqual([song])
})

test("somebody's vote changes the count and leaves mine alone", () => {
  const song = item({ votes: 2, votedByMe: true })
  const event = { type: 'queue:voted', streamId: song.streamId, votes: 3, memberId: 'leo', isUpvoted: true } as const
  const state = receive(start({ queue: [song] }), { version: 11, ...event })
  expect(state.snapshot.queue[0]).toMatchObject({ votes: 3, votedByMe: true })
})

test('my vote from another tab shows here, also on what plays', () => {
  const song = item({ votes: 2 })
  const event = { type: 'queue:voted', streamId: song.streamId, votes: 3, memberId: 'maya', isUpvoted: true } as const
  const state = receive(start({ nowPlaying: song }), { version: 11, ...event })
  expect(state.snapshot.nowPlaying).toMatchObject({ votes: 3, votedByMe: true })
})

test('a removed song leaves the queue', () => {
  const [one, two] = [item(), item()]
  const event: RoomEvent = { version: 11, type: 'queue:removed', streamId: one.streamId, memberId: 'leo' }
  expect(receive(start({ queue: [one, two] }), event).snapshot.queue).toEqual([two])
})

test('a reordered queue takes the new order', () => {
  const [one, two] = [item({ order: 4 }), item({ order: 7 })]
  const places = [
    { streamId: one.streamId, turn: 0, order: 7 },
    { streamId: two.streamId, turn: 0, order: 4 },
  ]
  const streamIds = [two.streamId, one.streamId]
  const event: RoomEvent = { version: 11, type: 'queue:reordered', streamIds, places }
  const { queue } = receive(start({ queue: [one, two] }), event).snapshot
  expect(queue.map((song) => song.order)).toEqual([7, 4])
})

test('the song that starts leaves the queue and keeps my vote', () => {
  const song = item({ votes: 4, votedByMe: true })
  const playback = { version: 11, queueId: song.queueId, isPlaying: true, positionMs: 0, at: 5 }
  const nowPlaying = { ...song, votedByMe: false, playedAt: '2026-11-20T21:00:00.000Z' }
  const state = receive(start({ queue: [song] }), { version: 11, type: 'playback:changed', playback, nowPlaying })
  expect(state.snapshot.queue).toEqual([])
  expect(state.snapshot.playback).toEqual(playback)
  expect(state.snapshot.nowPlaying).toEqual({ ...nowPlaying, votedByMe: true })
})

test('a queue that ran dry leaves nothing on', () => {
  const playback = { version: 11, queueId: null, isPlaying: true, positionMs: 0, at: 5 }
  const event: RoomEvent = { version: 11, type: 'playback:changed', playback, nowPlaying: null }
  expect(receive(start({ nowPlaying: item() }), event).snapshot.nowPlaying).toBeNull()
})

test('members change and leave; my own role follows', () => {
  const state = receive(
    start(),
    { version: 11, type: 'member:changed', member: member('maya', { displayName: 'Maya B', role: 'moderator' }) },
    { version: 12, type: 'member:left', memberId: 'leo', reason: 'left' },
  )
  expect(state.snapshot.me).toMatchObject({ displayName: 'Maya B', role: 'moderator' })
  expect(state.snapshot.members.map((one) => one.memberId)).toEqual(['maya'])
  expect(state.end).toBeNull()
})

test('a member who comes back is not listed twice', () => {
  expect(receive(start(), joined(11, 'leo')).snapshot.members).toHaveLength(2)
})

test('being taken out and a closed room end it', () => {
  expect(receive(start(), { version: 11, type: 'member:left', memberId: 'maya', reason: 'kicked' }).end).toBe('kicked')
  expect(receive(start(), { version: 11, type: 'room:closed' }).end).toBe('closed')
})

test('room settings are replaced', () => {
  const room = { ...snapshot().room, name: 'Balcony', isLocked: true }
  expect(receive(start(), { version: 11, type: 'room:changed', room }).snapshot.room).toEqual(room)
})

test('presence replaces what it says and has no version', () => {
  const state = roomReducer(start(), { type: 'presence', presence: { listening: ['leo'], silent: ['maya'] } })
  expect(state.snapshot).toMatchObject({ version: 10, listening: ['leo'], silent: ['maya'] })
})

test('a fetched snapshot brings nobody back whom the sockets have seen leave', () => {
  const left = roomReducer(start({ listening: ['maya', 'leo'] }), {
    type: 'presence',
    presence: { listening: ['maya'], silent: [] },
  })
  const fetched = snapshot({ version: 12, listening: ['maya', 'leo'] })
  const state = roomReducer(left, { type: 'fetched', snapshot: fetched })
  expect(state.snapshot).toMatchObject({ version: 12, listening: ['maya'] })
  // The one that answers a join comes from the sockets themselves.
  expect(roomReducer(left, { type: 'snapshot', snapshot: fetched }).snapshot.listening).toEqual(['maya', 'leo'])
})
