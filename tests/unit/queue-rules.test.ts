import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareQueueItems, fairTurns, nextOf, turnsOf, type Waiting } from '@/lib/queue/rules'
import { queueItem } from '@/tests/factories/room-snapshot'

const people = ['maya', 'jonas', 'priya']
const waiting = fc
  .array(fc.record({ memberId: fc.constantFrom(...people), votes: fc.nat(5), turn: fc.nat(4) }), { maxLength: 30 })
  .map((songs): Waiting[] => songs.map((song, order) => ({ ...song, streamId: `s${order}`, order })))
const round = fc.record({ turn: fc.nat(50), had: fc.subarray(people) })

const withTurns = (songs: Waiting[], turns: Map<string, number>) =>
  songs.map((song) => ({ ...song, turn: turns.get(song.streamId) ?? -1 })).sort(compareQueueItems)

test('fair turns: nobody has a second song in a turn, nor a first one after another’s second', () => {
  fc.assert(
    fc.property(waiting, round, (songs, now) => {
      const heard = new Map(people.map((person) => [person, now.had.includes(person) ? 1 : 0]))
      for (const { memberId, turn } of withTurns(songs, fairTurns(songs, now))) {
        expect(turn).toBe(now.turn + (heard.get(memberId) ?? 0))
        heard.set(memberId, (heard.get(memberId) ?? 0) + 1)
      }
    }),
  )
})

test('fair turns: within a turn the most votes come first, then the oldest; one’s own in the order of adding', () => {
  fc.assert(
    fc.property(waiting, round, (songs, now) => {
      const inOrder = withTurns(songs, fairTurns(songs, now))
      for (const [index, song] of inOrder.entries()) {
        const next = inOrder[index + 1]
        if (next?.turn === song.turn) expect(song.votes - next.votes || next.order - song.order).toBeGreaterThan(0)
      }
      for (const person of people) {
        const mine = songs.filter(({ memberId }) => memberId === person).map((song) => ({ ...song, turn: 0 }))
        const turns = [...fairTurns(mine, now).values()]
        expect(turns).toEqual([...turns].sort((a, b) => a - b))
      }
    }),
  )
})

test('one person’s album is spread over the turns of those who come later', () => {
  const album = Array.from({ length: 5 }, (_, order) => ({ streamId: `album ${order}`, memberId: 'maya', order }))
  const late = { streamId: 'late', memberId: 'jonas', order: 9 }
  const songs = [...album, late].map((song) => ({ ...song, votes: 0, turn: 0 }))
  const turns = fairTurns(songs, { turn: 3, had: ['maya'] })
  expect(withTurns(songs, turns).map(({ streamId }) => streamId)[0]).toBe('late')
})

test('by hand begins with the order that people see, and every song has a turn of its own', () => {
  fc.assert(
    fc.property(waiting, round, (songs, now) => {
      const before = [...songs].sort(compareQueueItems).map(({ streamId }) => streamId)
      const after = withTurns(songs, turnsOf('manual', songs, now))
      expect(after.map(({ streamId }) => streamId)).toEqual(before)
      expect(new Set(after.map(({ turn }) => turn)).size).toBe(songs.length)
    }),
  )
})

test('by votes nothing but votes and age decides', () => {
  fc.assert(
    fc.property(waiting, round, (songs, now) => {
      expect(withTurns(songs, turnsOf('votes', songs, now)).map(({ streamId }) => streamId)).toEqual(
        songs.toSorted((a, b) => b.votes - a.votes || a.order - b.order).map(({ streamId }) => streamId),
      )
    }),
  )
})

test('what was taken down is passed over, wherever it waits', () => {
  const gone = queueItem({ queueId: 'gone', track: { ...queueItem().track, audio: null } })
  const [first, second] = [queueItem({ queueId: 'first' }), queueItem({ queueId: 'second' })]
  expect(nextOf([gone, first, second])).toBe(first)
  expect(nextOf([first, gone])).toBe(first)
  expect(nextOf([gone])).toBe(null)
  expect(nextOf([])).toBe(null)
})
