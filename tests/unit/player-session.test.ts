import { EventEmitter } from 'node:events'
import type { Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PlayEvents } from '@/components/player/play-events'
import { PlayerSession } from '@/components/player/player-session'
import { momentOf } from '@/components/player/use-play-events'
import type { Playback } from '@/lib/playback/state'
import { queueItem } from '@/tests/factories/room-snapshot'

// A mounted room without sound, over an imagined network, in simulated time.

const AHEAD_MS = 1_790_000_000_000
const WAY_MS = 20

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] })
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible', hidden: false }))
  vi.stubGlobal('window', new EventTarget())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const serverNow = () => performance.now() + AHEAD_MS

function openSession(playback: Partial<Playback> = {}) {
  const emit = (_event: string, { t0 }: { t0: number }, answer: (error: null, stamps: object) => void) =>
    setTimeout(() => {
      const t1 = serverNow()
      setTimeout(() => answer(null, { t0, t1, t2: t1 }), WAY_MS)
    }, WAY_MS)
  const socket = Object.assign(new EventEmitter(), { connected: true, timeout: () => ({ emit }) })
  const session = new PlayerSession()
  const nowPlaying = queueItem()
  const room = {
    playback: { version: 1, queueId: nowPlaying.queueId, isPlaying: true, positionMs: 0, at: serverNow(), ...playback },
    nowPlaying,
    next: null,
  }
  const close = session.open()
  session.follow(room)
  const disconnect = session.connect(socket as unknown as Socket)
  const heard = () => momentOf({ player: { ...session.view(), ...session.controls, status: 'in-step' }, ...room })
  // As React does it when the room goes: the player first, then whoever used it.
  const leave = () => {
    close()
    disconnect?.()
  }
  return { session, heard, leave, durationMs: nowPlaying.track.durationMs }
}

test('the last report of whoever leaves the room has the date of now, also when the player has gone', () => {
  const { heard, leave } = openSession()
  const events = new PlayEvents()
  for (let second = 0; second < 10; second++) {
    vi.advanceTimersByTime(1000)
    events.look(heard())
  }
  leave()
  events.look(heard())
  events.end()
  const [skip, ...others] = events.take()
  expect(others).toEqual([])
  expect(skip?.event).toBe('skip')
  expect(Math.abs(Date.parse(skip?.at ?? '') - serverNow())).toBeLessThan(100)
})

test('while the clock is measured anew the room goes on by what was known of it', () => {
  const { session, heard } = openSession()
  vi.advanceTimersByTime(2000)
  session.controls.resync()
  expect(Math.abs((heard()?.nowMs ?? 0) - serverNow())).toBeLessThan(WAY_MS)
})

test('nothing is reported before the clock is known', () => {
  const { heard, session } = openSession()
  expect(heard()).toBeNull()
  expect(session.controls.serverNowMs()).toBeNull()
  vi.advanceTimersByTime(2 * WAY_MS)
  expect(heard()).not.toBeNull()
})

test('before the clock is known a song on its way is where this computer’s clock says, never outside of it', () => {
  const open = (startedMsAgo: number) => openSession({ positionMs: 5000, at: Date.now() - startedMsAgo })
  expect(open(60_000).session.controls.positionMs()).toBe(65_000)
  expect(open(-60_000).session.controls.positionMs()).toBe(5000)
  const { session, durationMs } = open(3_600_000)
  expect(session.controls.positionMs()).toBe(durationMs)
})

test('a first exchange puts the place right, however wrong this computer’s clock is', () => {
  vi.setSystemTime(AHEAD_MS + 100_000_000)
  const { session } = openSession({ at: serverNow() - 60_000 })
  vi.advanceTimersByTime(2 * WAY_MS)
  expect(session.controls.positionMs()).toBeCloseTo(60_000 + 2 * WAY_MS, 0)
})
