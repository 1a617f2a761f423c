import { expect, test } from 'vitest'
import { openPlayer, pass, serverNow } from '@/tests/support/imagined-player'

test('a dropout is mended by itself within two seconds, also those that come again and again (beatsync#49)', async () => {
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

test('one button brings a listener back in step at once (beatsync#22)', async () => {
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

test('an autoplay that is refused waits for the next tap, and lands right (OTT#827)', async () => {
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

test('a call or a locked screen that stops the sound ends with the song where the room is (beatsync#5)', async () => {
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

test('through a short loss of the network the song goes on, and the seek that was missed is made up for (Festify#329)', async () => {
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
