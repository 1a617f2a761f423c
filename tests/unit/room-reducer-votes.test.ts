import { expect, test } from 'vitest'
import { roomReducer } from '@/components/room/room-reducer'
import { initialRoomState, type RoomState, withPendingVote } from '@/components/room/room-state'
import type { RoomEvent } from '@/lib/events'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import { queueItem as item, roomSnapshot as snapshot } from '@/tests/factories/room-snapshot'

const start = (fields: Partial<RoomSnapshot> = {}) => initialRoomState(snapshot(fields))
const receive = (state: RoomState, ...events: RoomEvent[]) =>
  events.reduce((before, event) => roomReducer(before, { type: 'event', event }), state)

test('votes to skip are those of the song that plays, also of one that plays again', () => {
  const song = item({ playedAt: '2026-11-20T20:00:00.000Z' })
  const playback = { version: 10, queueId: song.queueId, isPlaying: true, positionMs: 0, at: 0 }
  const playing = start({ nowPlaying: song, playback })
  const voted = (version: number, memberId: string, isWanted = true): RoomEvent => ({
    type: 'skip:voted',
    queueId: song.queueId,
    ...{ version, memberId, isWanted },
  })
  const state = receive(playing, voted(11, 'leo'), voted(12, 'maya'), voted(13, 'leo', false))
  expect(state.snapshot.skipVotes).toEqual(['maya'])
  const changed = { version: 14, type: 'playback:changed', playback: { ...playback, version: 14 } } as const
  const sought = receive(state, changed)
  expect(sought.snapshot).toMatchObject({ skipVotes: ['maya'], nowPlaying: song, playback: { version: 14 } })
  const again = receive(state, { ...changed, nowPlaying: { ...song, playedAt: '2026-11-20T20:03:12.000Z' } })
  expect(again.snapshot.skipVotes).toEqual([])
})

test('a vote shows at once and settles back when it is refused', () => {
  const song = item({ votes: 2 })
  const voted = roomReducer(start({ queue: [song] }), { type: 'vote', streamId: song.streamId, isUpvoted: true })
  expect(withPendingVote(voted, song)).toMatchObject({ votes: 3, votedByMe: true })
  const refused = roomReducer(voted, { type: 'vote:answered', streamId: song.streamId, version: null })
  expect(withPendingVote(refused, song)).toEqual(song)
})

test('a vote counts once while its answer and its event come in either order', () => {
  const song = item({ votes: 2 })
  const { streamId } = song
  const voted = roomReducer(start({ queue: [song] }), { type: 'vote', streamId, isUpvoted: true })
  const event: RoomEvent = { version: 11, type: 'queue:voted', streamId, votes: 3, memberId: 'maya', isUpvoted: true }
  const answer = { type: 'vote:answered', streamId, version: 11 } as const
  for (const state of [receive(roomReducer(voted, answer), event), roomReducer(receive(voted, event), answer)]) {
    const [seen] = state.snapshot.queue.map((one) => withPendingVote(state, one))
    expect(seen).toMatchObject({ votes: 3, votedByMe: true })
    expect(state.pendingVotes).toEqual({})
  }
  const answered = roomReducer(voted, answer)
  expect(withPendingVote(answered, song)).toMatchObject({ votes: 3, votedByMe: true })
})
