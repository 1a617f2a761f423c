import { expect, test } from 'vitest'
import { PlayEvents } from '@/components/player/play-events'

const NOW = Date.UTC(2026, 10, 20, 21)
const song = { streamId: 'a', trackId: 'track a', durationMs: 60_000 }

/** Looks each second while the song goes from one position to the other. */
function listen(events: PlayEvents, { from = 0, to = 0, at = NOW, isSounding = true, stream = song }) {
  for (let positionMs = from; positionMs <= to; positionMs += 1000)
    events.look({ ...stream, positionMs, isSounding, nowMs: at + positionMs - from })
}

const kinds = (events: PlayEvents) => events.take().map(({ event, trackId }) => `${event} ${trackId}`)

test('a play is noted once, at the instant when enough was heard', () => {
  const events = new PlayEvents()
  listen(events, { to: 29_000 })
  expect(events.take()).toEqual([])
  listen(events, { from: 30_000, to: 60_000, at: NOW + 30_000 })
  events.look(null)
  const taken = events.take()
  expect(taken).toMatchObject([{ event: 'play', trackId: 'track a', at: '2026-11-20T21:00:30.000Z' }])
  expect(taken[0]?.id).toMatch(/^[0-9a-f-]{36}$/)
})

test('a long song counts from four minutes', () => {
  const events = new PlayEvents()
  const stream = { ...song, durationMs: 3_600_000 }
  listen(events, { to: 239_000, stream })
  expect(events.take()).toEqual([])
  listen(events, { from: 240_000, to: 240_000, at: NOW + 240_000, stream })
  expect(kinds(events)).toEqual(['play track a'])
})

test('a song that goes before that was skipped, and one that nobody heard here is neither', () => {
  const events = new PlayEvents()
  listen(events, { to: 20_000 })
  listen(events, { to: 50_000, isSounding: false, stream: { ...song, streamId: 'b', trackId: 'track b' } })
  expect(kinds(events)).toEqual(['skip track a'])
  events.end()
  expect(events.take()).toEqual([])
})

test('what a seek passes over was not heard', () => {
  const events = new PlayEvents()
  listen(events, { to: 5_000 })
  listen(events, { from: 50_000, to: 59_000, at: NOW + 6_000 })
  events.end()
  expect(kinds(events)).toEqual(['skip track a'])
})

test('after a seek back it counts when the room’s position says so too', () => {
  const events = new PlayEvents()
  listen(events, { to: 20_000 })
  listen(events, { from: 0, to: 15_000, at: NOW + 21_000 })
  expect(events.take()).toEqual([])
  listen(events, { from: 16_000, to: 30_000, at: NOW + 37_000 })
  expect(kinds(events)).toEqual(['play track a'])
})

test('what did not arrive goes first next time', () => {
  const events = new PlayEvents()
  listen(events, { to: 30_000 })
  const lost = events.take()
  listen(events, { to: 5_000, stream: { ...song, streamId: 'b', trackId: 'track b' } })
  events.end()
  events.putBack(lost)
  expect(kinds(events)).toEqual(['play track a', 'skip track b'])
})
