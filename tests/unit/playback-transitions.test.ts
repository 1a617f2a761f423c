import { expect, test } from 'vitest'
import { playbackCommand } from '@/lib/playback/schema'
import { advance, command, endsAt, type Standing } from '@/lib/playback/transitions'

const QUEUE_ID = '6f1c2f3e-58a1-4b0e-9a53-0d9f4f7f0a01'
const OTHER_ID = '6f1c2f3e-58a1-4b0e-9a53-0d9f4f7f0a02'
const NOW = 1_000_000
const moment = { now: NOW, leadMs: 150 }
const playing: Standing = {
  queueId: QUEUE_ID,
  isPlaying: true,
  positionMs: 10_000,
  at: NOW - 5_000,
  durationMs: 60_000,
}
const paused: Standing = { ...playing, isPlaying: false, positionMs: 20_000 }
const silent: Standing = { queueId: null, isPlaying: false, positionMs: 0, at: 0, durationMs: 0 }

test('play goes on from where it was paused, a little ahead of now', () => {
  const set = { kind: 'set', isPlaying: true, positionMs: 20_000, at: NOW + 150 }
  expect(command(paused, { action: 'play' }, moment)).toEqual(set)
})

test('play while it plays changes nothing', () => {
  expect(command(playing, { action: 'play' }, moment)).toEqual({ kind: 'stay' })
})

test('play with nothing on starts the queue', () => {
  expect(command(silent, { action: 'play' }, moment)).toEqual({ kind: 'next', isPlaying: true, at: NOW + 150 })
})

test('play after a long silence of the server moves past the song that has ended', () => {
  const ended = { ...playing, at: NOW - 3_600_000 }
  expect(command(ended, { action: 'play' }, moment)).toEqual({ kind: 'next', isPlaying: true, at: NOW + 150 })
})

test('pause holds the position of this instant', () => {
  expect(command(playing, { action: 'pause' }, moment)).toEqual({
    kind: 'set',
    isPlaying: false,
    positionMs: 15_000,
    at: NOW,
  })
  expect(command(paused, { action: 'pause' }, moment)).toEqual({ kind: 'stay' })
})

test('pause before the start is due holds the start', () => {
  const starting = { ...playing, positionMs: 0, at: NOW + 100 }
  expect(command(starting, { action: 'pause' }, moment)).toMatchObject({ positionMs: 0, isPlaying: false })
})

test('seek goes there, ahead of now while it plays and at once while it does not', () => {
  const seek = { action: 'seek', positionMs: 42_000 } as const
  expect(command(playing, seek, moment)).toEqual({ kind: 'set', isPlaying: true, positionMs: 42_000, at: NOW + 150 })
  expect(command(paused, seek, moment)).toEqual({ kind: 'set', isPlaying: false, positionMs: 42_000, at: NOW })
})

test('seek past the end is a skip', () => {
  expect(command(playing, { action: 'seek', positionMs: 60_000 }, moment)).toMatchObject({ kind: 'next' })
})

test('skip keeps a paused room paused', () => {
  expect(command(paused, { action: 'skip' }, moment)).toMatchObject({ kind: 'next', isPlaying: false })
  expect(command(playing, { action: 'skip' }, moment)).toMatchObject({ kind: 'next', isPlaying: true })
})

test('a command for a song that is no longer on does nothing', () => {
  expect(command(playing, { action: 'skip', queueId: OTHER_ID }, moment)).toEqual({ kind: 'stay' })
  expect(command(playing, { action: 'skip', queueId: QUEUE_ID }, moment)).toMatchObject({ kind: 'next' })
})

test('at the end the next song begins at exactly that instant', () => {
  const end = playing.at + 50_000
  expect(endsAt(playing, playing.durationMs)).toBe(end)
  expect(advance(playing, { now: end - 400, leadMs: 150 })).toEqual({ kind: 'next', isPlaying: true, at: end })
})

test('a late advance starts the next song a moment from now', () => {
  const end = playing.at + 50_000
  const late = end + 30
  expect(advance(playing, { now: late, leadMs: 150 })).toEqual({ kind: 'next', isPlaying: true, at: late + 150 })
  expect(advance(playing, { now: end - 20, leadMs: 150 })).toMatchObject({ at: end + 130 })
})

test('where nobody has listened since the end, there is time to fetch the next song', () => {
  const now = playing.at + 3_600_000
  expect(advance(playing, { now, leadMs: 150 })).toEqual({ kind: 'next', isPlaying: true, at: now + 1000 })
})

test('nothing advances before its end, while it is paused, or with nothing on', () => {
  expect(advance(playing, moment)).toEqual({ kind: 'stay' })
  expect(advance({ ...paused, positionMs: 60_000 }, moment)).toEqual({ kind: 'stay' })
  expect(advance({ ...silent, isPlaying: true }, moment)).toEqual({ kind: 'stay' })
})

test('positions that are no positions are refused', () => {
  for (const positionMs of [null, Number.NaN, -1, Number.POSITIVE_INFINITY, '12', undefined, [5], 1e12]) {
    expect(playbackCommand.safeParse({ action: 'seek', positionMs }).success, String(positionMs)).toBe(false)
  }
  expect(playbackCommand.parse({ action: 'seek', positionMs: 1234.6 })).toEqual({ action: 'seek', positionMs: 1235 })
})
