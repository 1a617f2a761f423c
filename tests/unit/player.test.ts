import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RoomPlayer } from '@/components/player/player'
import type { Playback } from '@/lib/playback/state'
import type { QueueItem } from '@/lib/queue/schema'
import { queueItem } from '@/tests/factories/room-snapshot'
import { imagineSongs, imagineSound } from '@/tests/support/imagined-sound'

// The whole player in simulated time, on an imagined sound card.

const SONG_MS = 60_000
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

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const serverNow = () => performance.now() + SERVER_AHEAD_MS

function song(name: string): QueueItem {
  const track = { ...queueItem().track, durationMs: SONG_MS, audio: { high: name, low: name, preview: name } }
  return queueItem({ queueId: name, streamId: name, track })
}

function openPlayer(...names: string[]) {
  const imagined = imagineSound()
  const network = imagineSongs(Object.fromEntries(names.map((name) => [name, SONG_MS])))
  const player = new RoomPlayer(() => {})
  for (let count = 0; count < 8; count++) {
    const t0 = performance.now()
    player.clock.add({ t0, t1: t0 + SERVER_AHEAD_MS, t2: t0 + SERVER_AHEAD_MS, t3: t0 })
  }
  let version = 1
  const tell = (playback: Partial<Playback>, nowPlaying: QueueItem | null, upNext: QueueItem[] = []) => {
    version += 1
    const at = serverNow()
    const queueId = nowPlaying?.queueId ?? null
    player.follow({
      playback: { version, queueId, isPlaying: true, positionMs: 0, at, ...playback },
      nowPlaying,
      upNext,
    })
  }
  return { ...imagined, network, player, tell, songs: names.map(song) }
}

test('the first second of a song is not lost: it starts with its first sample at the instant that was named', async () => {
  const { player, tell, songs, sound } = openPlayer('a')
  const [a] = songs as [QueueItem]
  tell({ isPlaying: false }, a)
  player.start()
  await pass(3000)
  const startsAt = performance.now() + 150
  tell({ at: serverNow() + 150 }, a)
  await pass(2000)
  expect(sound.runs).toHaveLength(1)
  expect(sound.runs[0]).toMatchObject({ name: 'a', position: 0 })
  expect((sound.runs[0]?.from ?? 0) * 1000 + sound.latencyMs).toBeCloseTo(startsAt, 0)
})

test('a late tab lands at the right position, and one whose song comes late joins when it has it', async () => {
  for (const waitMs of [50, 7000]) {
    const { player, tell, songs, heardAt, network } = openPlayer('a')
    network.waitMs = waitMs
    tell({ at: serverNow() - 20_000 }, songs[0] ?? null)
    player.start()
    await pass(waitMs + 2000)
    expect(heardAt(performance.now())?.positionMs).toBeCloseTo(player.wantedAt(performance.now()) ?? 0, 0)
    player.close()
  }
})

test('a dropout is mended by itself within two seconds, also those that come again and again', async () => {
  const { player, tell, songs, sound, heardAt } = openPlayer('a')
  tell({}, songs[0] ?? null)
  player.start()
  await pass(5000)
  for (const lostMs of [300, 60, 150, 12]) {
    sound.droppedMs += lostMs
    await pass(2000)
    const now = performance.now()
    expect(Math.abs((heardAt(now)?.positionMs ?? 0) - (player.wantedAt(now) ?? 0))).toBeLessThan(2)
    await pass(1500)
  }
})

test('one button brings a listener back in step at once', async () => {
  const { player, tell, songs, sound, heardAt } = openPlayer('a')
  tell({}, songs[0] ?? null)
  player.start()
  await pass(5000)
  sound.droppedMs += 500
  await pass(150)
  player.output.read(performance.now())
  player.rejoin()
  await pass(1200)
  const now = performance.now()
  expect(Math.abs((heardAt(now)?.positionMs ?? 0) - (player.wantedAt(now) ?? 0))).toBeLessThan(2)
})

test('a nudge for Bluetooth lets the sound leave ahead by what the speaker takes', async () => {
  const { player, tell, songs, heardAt } = openPlayer('a')
  tell({}, songs[0] ?? null)
  player.start()
  await pass(5000)
  player.setDeviceDelay(180)
  await pass(3000)
  const roomMs = serverNow() - (player.room.playback?.at ?? 0)
  expect((heardAt(performance.now())?.positionMs ?? 0) - roomMs).toBeCloseTo(180, 0)
})

test('songs follow one another without a gap, the next being there before its time', async () => {
  const { player, tell, songs, sound } = openPlayer('a', 'b')
  const [a, b] = songs as [QueueItem, QueueItem]
  tell({}, a, [b])
  player.start()
  await pass(SONG_MS - 400)
  const start = player.room.playback?.at ?? 0
  tell({ at: start + SONG_MS }, b)
  await pass(2000)
  const [first, second] = [sound.runs.findLast(({ name }) => name === 'a'), sound.runs.find(({ name }) => name === 'b')]
  expect(second?.position).toBe(0)
  expect(Math.abs((second?.from ?? 0) - (first?.endsAt ?? 0)) * 1000).toBeLessThan(20)
})

test('an order that changes at the last second does not break it: the other song joins as soon as it is there', async () => {
  const { player, tell, songs, heardAt, network } = openPlayer('a', 'b', 'c')
  const [a, b, c] = songs as [QueueItem, QueueItem, QueueItem]
  tell({}, a, [b, c])
  player.start()
  await pass(SONG_MS - 900)
  const end = (player.room.playback?.at ?? 0) + SONG_MS
  network.waitMs = 1200
  player.follow({ ...player.room, upNext: [c, b] })
  await pass(200)
  player.follow({ ...player.room, upNext: [b, c] })
  await pass(200)
  player.follow({ ...player.room, upNext: [c, b] })
  await pass(100)
  tell({ at: end }, c, [b])
  await pass(3000)
  const now = performance.now()
  expect(heardAt(now)).toMatchObject({ name: 'c' })
  expect(Math.abs((heardAt(now)?.positionMs ?? 0) - (serverNow() - end))).toBeLessThan(2)
})

test('a night of songs keeps two of them decoded, and nothing of the others', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `song ${index}`)
  const { player, tell, songs, sound } = openPlayer(...names)
  let at = serverNow() + 150
  tell({ at }, songs[0] ?? null, songs.slice(1, 3))
  player.start()
  for (let index = 1; index < songs.length; index++) {
    await pass(at + SONG_MS - 400 - serverNow())
    at += SONG_MS
    tell({ at }, songs[index] ?? null, songs.slice(index + 1, index + 3))
    if (index % 50 === 0) {
      await pass(2000)
      const kept = names.filter((name) => player.loader?.buffer(name))
      expect(kept).toEqual([names[index], names[index + 1]])
    }
  }
  // The first was joined on its way; every other one began with its first sample.
  expect(sound.runs.filter(({ position }) => position === 0)).toHaveLength(songs.length - 1)
}, 30_000)

test('an autoplay that is refused waits for the next tap, and lands right', async () => {
  const { player, tell, songs, sound, page, heardAt } = openPlayer('a')
  sound.isRefused = true
  tell({}, songs[0] ?? null)
  player.start()
  await pass(4000)
  expect(player.output.isRunning).toBe(false)
  sound.isRefused = false
  page.dispatchEvent(new Event('pointerdown'))
  await pass(2000)
  const now = performance.now()
  expect(Math.abs((heardAt(now)?.positionMs ?? 0) - (player.wantedAt(now) ?? 0))).toBeLessThan(2)
})

test('a call or a locked screen that stops the sound ends with the song where the room is', async () => {
  const { player, tell, songs, sound, heardAt } = openPlayer('a')
  tell({}, songs[0] ?? null)
  player.start()
  await pass(5000)
  sound.isRefused = true
  await sound.context?.suspend()
  await pass(8000)
  expect(player.output.isRunning).toBe(false)
  sound.isRefused = false
  await sound.context?.resume()
  await pass(2000)
  const now = performance.now()
  expect(Math.abs((heardAt(now)?.positionMs ?? 0) - (player.wantedAt(now) ?? 0))).toBeLessThan(2)
})

test('through a short loss of the network the song goes on, and the seek that was missed is made up for', async () => {
  const { player, tell, songs, sound, heardAt } = openPlayer('a')
  tell({}, songs[0] ?? null)
  player.start()
  await pass(5000)
  const before = sound.runs.length
  // Nothing is heard of the room: no state, no clock.
  await pass(20_000)
  expect(sound.runs).toHaveLength(before)
  expect(heardAt(performance.now())?.positionMs).toBeCloseTo(player.wantedAt(performance.now()) ?? 0, 0)
  tell({ positionMs: 3000, at: serverNow() - 4000 }, songs[0] ?? null)
  await pass(1000)
  expect(heardAt(performance.now())?.positionMs).toBeCloseTo(8000, -1)
})

test('a sound card that runs 200 ppm off is followed for a whole song without a cut', async () => {
  const { player, tell, songs, sound } = openPlayer('a')
  sound.skew = 200e-6
  tell({}, songs[0] ?? null)
  player.start()
  await pass(3000)
  const before = sound.runs.length
  for (let second = 0; second < 50; second++) {
    await pass(1000)
    expect(Math.abs(player.errorAt(performance.now()) ?? 0)).toBeLessThan(2)
  }
  expect(sound.runs).toHaveLength(before)
})
