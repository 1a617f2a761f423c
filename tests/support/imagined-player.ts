import { afterEach, beforeEach, vi } from 'vitest'
import { RoomPlayer } from '@/components/player/player'
import type { Playback } from '@/lib/playback/state'
import type { QueueItem } from '@/lib/queue/schema'
import { queueItem } from '@/tests/factories/room-snapshot'
import { imagineSongs, imagineSound } from './imagined-sound'

export const SONG_MS = 60_000
const SERVER_AHEAD_MS = 5_000_000

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    now: 0,
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
export const serverNow = () => performance.now() + SERVER_AHEAD_MS

function song(name: string): QueueItem {
  const track = {
    ...queueItem().track,
    durationMs: SONG_MS,
    audio: { high: name, low: name, preview: name, site: null },
  }
  return queueItem({ queueId: name, streamId: name, track })
}

/** The whole player in simulated time, on an imagined sound card, with songs of these names. */
export function openPlayer(...names: string[]) {
  const imagined = imagineSound()
  const network = imagineSongs(Object.fromEntries(names.map((name) => [name, SONG_MS])))
  const player = new RoomPlayer(() => {})
  for (let count = 0; count < 8; count++) {
    const t0 = performance.now()
    player.clock.add({ t0, t1: t0 + SERVER_AHEAD_MS, t2: t0 + SERVER_AHEAD_MS, t3: t0 })
  }
  let version = 1
  const tell = (playback: Partial<Playback>, nowPlaying: QueueItem | null, next: QueueItem | null = null) => {
    version += 1
    const at = serverNow()
    const queueId = nowPlaying?.queueId ?? null
    player.follow({
      playback: { version, queueId, isPlaying: true, positionMs: 0, at, ...playback },
      nowPlaying,
      next,
    })
  }
  return { ...imagined, network, player, tell, songs: names.map(song) }
}
