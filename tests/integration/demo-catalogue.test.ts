import { writeFileSync } from 'node:fs'
import { parseBuffer } from 'music-metadata'
import { afterAll, expect, test } from 'vitest'
import { trackDetails } from '@/lib/catalog/queries'
import { searchTracks } from '@/lib/catalog/search'
import { db } from '@/lib/db'
import { keyOf, readKey } from '@/lib/media/key'
import { listen } from '@/lib/media/listen'
import { tempoOf } from '@/lib/media/tempo'
import { seedDemoCatalogue, seedDemoTrack } from '@/prisma/seed/demo'
import { DEMO_SONGS } from '@/prisma/seed/songs/catalogue'
import { loudnessOf } from '@/prisma/seed/synth/loudness'
import { RATE, type Stereo } from '@/prisma/seed/synth/sound'
import { toWav } from '@/prisma/seed/synth/wav'
import { startWorker } from '@/server/worker/worker'
import { scratchFile } from '@/tests/factories/sounds'
import { createTrack } from '@/tests/factories/tracks'

const performed = new Map<string, Stereo>()
for (const song of DEMO_SONGS) performed.set(song.slug, song.perform())

let worker: Awaited<ReturnType<typeof startWorker>> | undefined
afterAll(() => worker?.stop())

const soundOf = (slug: string): Stereo => {
  const sound = performed.get(slug)
  if (!sound) throw new Error(slug)
  return sound
}
const rms = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length)

test('there are at least eight songs, each with its own name, tempo, key and id', () => {
  expect(DEMO_SONGS.length).toBeGreaterThanOrEqual(8)
  for (const field of ['slug', 'id', 'title', 'artist', 'bpm', 'key', 'genre'] as const)
    expect(new Set(DEMO_SONGS.map((song) => song[field])).size, field).toBe(DEMO_SONGS.length)
})

test('each lasts 60 to 120 s, is about as loud as the next, and never clips', () => {
  for (const { slug } of DEMO_SONGS) {
    const { left, right } = soundOf(slug)
    const seconds = left.length / RATE
    expect([slug, seconds > 60 && seconds < 120]).toEqual([slug, true])
    const lufs = loudnessOf({ left, right })
    expect([slug, lufs > -16 && lufs < -12]).toEqual([slug, true])
    const peak = Math.max(...[left, right].map((side) => side.reduce((most, x) => Math.max(most, Math.abs(x)), 0)))
    expect(peak).toBeLessThan(0.9)
    expect(left.every(Number.isFinite) && right.every(Number.isFinite)).toBe(true)
  }
})

test('each begins and ends in silence, has no hole, and is more than a doubled mono', () => {
  for (const { slug } of DEMO_SONGS) {
    const { left, right } = soundOf(slug)
    expect(rms(left.subarray(-2000))).toBeLessThan(0.002)
    for (let second = 3; second < left.length / RATE - 8; second++)
      expect([slug, second, rms(left.subarray(second * RATE, (second + 1) * RATE)) > 0.004]).toEqual([
        slug,
        second,
        true,
      ])
    const side = rms(left.map((x, i) => x - (right[i] ?? 0)))
    expect(side / rms(left)).toBeGreaterThan(0.05)
    const mean = left.reduce((sum, x) => sum + x, 0) / left.length
    expect(Math.abs(mean)).toBeLessThan(0.001)
  }
})

test('the same song is the same to the last bit, and carries its tags', async () => {
  const [song] = DEMO_SONGS
  if (!song) throw new Error()
  const tags = {
    TIT2: song.title,
    TPE1: song.artist,
    TALB: song.album,
    TCON: song.genre,
    TBPM: '84',
    TKEY: 'Dm',
    TDRC: '2026',
  }
  const wav = toWav(soundOf(song.slug), tags)
  expect(toWav(song.perform(), tags).equals(wav)).toBe(true)
  const { common, format } = await parseBuffer(wav, 'audio/wav')
  expect(common).toMatchObject({ title: 'Night Ferry', artist: 'Slow Lantern', bpm: 84, key: 'Dm', year: 2026 })
  expect(format).toMatchObject({ sampleRate: RATE, numberOfChannels: 2, bitsPerSample: 16 })
})

test('tempo and key are heard from the sound alone, in most songs exactly', { timeout: 120_000 }, async () => {
  let [tempos, keys] = [0, 0]
  for (const { slug, bpm, key } of DEMO_SONGS) {
    const file = scratchFile('wav')
    writeFileSync(file, toWav(soundOf(slug), { TIT2: '', TPE1: '', TALB: '', TCON: '', TBPM: '', TKEY: '', TDRC: '' }))
    const { excerpt } = await listen(file, 'wav')
    const heard = tempoOf(excerpt) ?? 0
    // Half and double are the same pulse, felt differently.
    if ([1, 2, 0.5].some((times) => Math.abs(heard * times - bpm) < 1)) tempos++
    const [wanted, found] = [readKey(key), keyOf(excerpt)]
    const relative = wanted && { key: (wanted.key + (wanted.mode ? 9 : 3)) % 12, mode: wanted.mode ? 0 : 1 }
    if ([wanted, relative].some((one) => one?.key === found?.key && one?.mode === found?.mode)) keys++
  }
  expect(tempos).toBeGreaterThanOrEqual(DEMO_SONGS.length - 2)
  expect(keys).toBeGreaterThanOrEqual(DEMO_SONGS.length - 3)
})

test('an empty catalogue fills itself once, through the same path as an upload', { timeout: 120_000 }, async () => {
  expect(await seedDemoCatalogue()).toBe(DEMO_SONGS.length)
  expect(await seedDemoCatalogue()).toBe(DEMO_SONGS.length)
  const [first, ...others] = DEMO_SONGS
  if (!first) throw new Error()
  for (const { slug } of others) await db().$executeRaw`SELECT graphile_worker.remove_job(${`seed-demo-track:${slug}`})`
  worker = await startWorker()
  for (let i = 0; i < 1000 && !(await trackDetails(first.id)).ok; i++) await new Promise((done) => setTimeout(done, 50))
  await worker.stop()
  worker = undefined
  expect(await trackDetails(first.id)).toMatchObject({
    ok: true,
    value: {
      title: first.title,
      artist: first.artist,
      genre: first.genre,
      bpm: first.bpm,
      coverUrl: `/covers/${first.id}.svg`,
    },
  })
  expect(await searchTracks({ q: 'nigth fery', limit: 5 })).toMatchObject({
    ok: true,
    value: { items: [{ id: first.id }] },
  })
  await seedDemoTrack(first.slug)
  expect(await db().upload.count({ where: { id: first.id } })).toBe(1)
  expect(await db().upload.findUnique({ where: { id: first.id } })).toMatchObject({ userId: null, status: 'done' })
  expect(await seedDemoCatalogue()).toBeLessThan(DEMO_SONGS.length)
})

test('a catalogue that has other songs is left alone', async () => {
  await db().upload.deleteMany()
  await createTrack()
  expect(await seedDemoCatalogue()).toBe(0)
})
