import { expect, test } from 'vitest'
import type { QueueItem } from '@/lib/queue/schema'
import { openPlayer, pass, SONG_MS, serverNow } from '@/tests/support/imagined-player'

// The whole player in simulated time, on an imagined sound card.

test('the first second of a song is not lost: it starts with its first sample at the instant that was named (OTT#38)', async () => {
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

test('songs follow one another without a gap, the next being there before its time', async () => {
  const { player, tell, songs, sound } = openPlayer('a', 'b')
  const [a, b] = songs as [QueueItem, QueueItem]
  tell({}, a, b)
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
  tell({}, a, b)
  player.start()
  await pass(SONG_MS - 900)
  const end = (player.room.playback?.at ?? 0) + SONG_MS
  network.waitMs = 1200
  player.follow({ ...player.room, next: c })
  await pass(200)
  player.follow({ ...player.room, next: b })
  await pass(200)
  player.follow({ ...player.room, next: c })
  await pass(100)
  tell({ at: end }, c, b)
  await pass(3000)
  const now = performance.now()
  expect(heardAt(now)).toMatchObject({ name: 'c' })
  expect(Math.abs((heardAt(now)?.positionMs ?? 0) - (serverNow() - end))).toBeLessThan(2)
})

test('a night of songs keeps two of them decoded, and nothing of the others', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `song ${index}`)
  const { player, tell, songs, sound } = openPlayer(...names)
  let at = serverNow() + 150
  tell({ at }, songs[0] ?? null, songs[1])
  player.start()
  for (let index = 1; index < songs.length; index++) {
    await pass(at + SONG_MS - 400 - serverNow())
    at += SONG_MS
    tell({ at }, songs[index] ?? null, songs[index + 1])
    if (index % 50 === 0) {
      await pass(2000)
      const kept = names.filter((name) => player.loader?.buffer(name))
      expect(kept).toEqual([names[index], names[index + 1]])
    }
  }
  // The first was joined on its way; every other one began with its first sample.
  expect(sound.runs.filter(({ position }) => position === 0)).toHaveLength(songs.length - 1)
}, 30_000)
