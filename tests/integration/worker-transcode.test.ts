import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { parseFile } from 'music-metadata'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { trackDetails } from '@/lib/catalog/queries'
import { db } from '@/lib/db'
import { ffmpegPath } from '@/lib/media/ffmpeg'
import { dropFailedUpload, retryUpload } from '@/lib/media/mutations'
import { uploadStatus } from '@/lib/media/queries'
import { hasRawFile, rawFile } from '@/lib/media/raw-files'
import { mediaPath, mediaRoot } from '@/lib/media/storage'
import { readTags } from '@/lib/media/tags'
import { startWorker } from '@/server/worker/worker'
import { ffmpeg, makePicture, makeSound, scratchFile } from '@/tests/factories/sounds'
import { createUpload } from '@/tests/factories/uploads'
import { createUser } from '@/tests/factories/users'

vi.setConfig({ testTimeout: 60_000 })

let worker: Awaited<ReturnType<typeof startWorker>>
beforeAll(async () => {
  worker = await startWorker()
})
afterAll(() => worker.stop())

const until = async (id: string, status: string) => {
  for (let i = 0; i < 1200; i++) {
    const upload = await db().upload.findUniqueOrThrow({ where: { id } })
    if (upload.status === status) return upload
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The upload never was ${status}`)
}

function taggedSong() {
  const sound = scratchFile('wav')
  writeFileSync(sound, makeSound({ seconds: 40, tone: 'sine=f=220:r=44100' }))
  const file = scratchFile('mp3')
  const tags = {
    title: 'Ünder tow',
    artist: 'Hollow Coast',
    album: 'Low Water',
    genre: 'Ambient',
    TBPM: '84',
    TKEY: 'F#m',
  }
  ffmpeg([
    ...['-i', sound, '-i', makePicture('jpg', '0x2050d0'), '-map', '0:a', '-map', '1:v', '-c:v', 'copy'],
    ...['-id3v2_version', '3', '-disposition:v', 'attached_pic', '-b:a', '128k'],
    ...Object.entries(tags).flatMap(([name, value]) => ['-metadata', `${name}=${value}`]),
    file,
  ])
  return readFileSync(file)
}

test('a tagged file becomes a track with variants, cover, colour, loudness and waveform', async () => {
  const user = await createUser()
  const id = await createUpload({ bytes: taggedSong(), fileName: 'x.mp3', userId: user.id })
  await until(id, 'done')
  const song = await db().song.findUniqueOrThrow({ where: { id } })
  expect(song).toMatchObject({
    ...{ status: 'ready', trackId: id, uploaderId: user.id, failure: null },
    ...{ title: 'Ünder tow', artist: 'Hollow Coast', album: 'Low Water', genre: 'Ambient' },
    metadata: { bpm: 84, key: 'F#m', tags: ['Ambient'] },
  })
  expect(song.durationMs).toBeGreaterThan(39_900)
  expect(song.durationMs).toBeLessThan(40_100)
  expect(song.loudness).toBeLessThan(-10)
  expect(song.peaks).toHaveLength(320)
  expect(Math.max(...song.peaks)).toBe(100)
  const found = await trackDetails(id)
  expect(found).toMatchObject({
    ok: true,
    value: { id, bpm: 84, genre: 'Ambient', coverUrl: `/media/${id}/cover.webp` },
  })
  if (!found.ok) throw new Error()
  expect(found.value.colour.c).toBeLessThanOrEqual(0.13)
  expect(Math.abs(found.value.colour.h - 264)).toBeLessThan(20)
  for (const [name, seconds] of [
    ['high', 40],
    ['low', 40],
    ['preview', 30],
  ] as const) {
    const key = `${id}/${name}.m4a`
    expect(found.value.audio?.[name]).toBe(`/media/${key}`)
    const { format, common } = await parseFile(mediaPath(key))
    expect(format).toMatchObject({ codec: 'MPEG-4/AAC', sampleRate: 48_000, numberOfChannels: 2 })
    expect(Math.abs((format.duration ?? 0) - seconds)).toBeLessThan(0.2)
    expect(common.title).toBeUndefined()
  }
  expect(await parseFile(mediaPath(`${id}/cover.webp`)).catch(() => null)).toBeNull()
  expect(await hasRawFile(id)).toBe(false)
  expect(await readdir(`${mediaRoot()}/${id}`)).toEqual(['cover.webp', 'high.m4a', 'low.m4a', 'preview.m4a'])
  const features = await db().audioFeatures.findUniqueOrThrow({ where: { trackId: id } })
  expect(features).toMatchObject({ tempo: 84, key: 6, mode: 0, loudness: song.loudness })
})

test('a file without tags takes its words from its name', async () => {
  const id = await createUpload({ bytes: makeSound(), fileName: '03 - Tin_Orchard - Copper Hours.wav' })
  await until(id, 'done')
  const track = await db().track.findUniqueOrThrow({ where: { id } })
  expect(track).toMatchObject({ source: 'upload', sourceId: id, title: 'Copper Hours', artist: 'Tin Orchard' })
})

test('what is written in a WAV keeps its letters, in UTF-8 and in Latin-1', async () => {
  const words = { title: 'Grüße & Söhne', artist: '音楽', album: 'Ã la carte' }
  const tags = Object.entries(words).flatMap(([name, value]) => ['-metadata', `${name}=${value}`])
  const bytes = makeSound({ args: tags })
  const file = scratchFile('wav')
  writeFileSync(file, bytes)
  expect(await readTags(file, 'x.wav')).toMatchObject(words)
  const old = Buffer.from(bytes)
  old.write('Süd  & Söhne\0\0\0', old.indexOf('Grüße & Söhne'), 'latin1')
  writeFileSync(file, old)
  expect(await readTags(file, 'x.wav')).toMatchObject({ ...words, title: 'Süd  & Söhne' })
})

test('every kind of sound file that is accepted can be played', async () => {
  const ids = []
  for (const extension of ['mp3', 'flac', 'ogg', 'opus', 'm4a', 'aac', 'aiff', 'webm'])
    ids.push(await createUpload({ bytes: makeSound({ extension }), fileName: `a.${extension}` }))
  for (const id of ids) await until(id, 'done')
  const songs = await db().song.findMany({ where: { id: { in: ids } } })
  for (const song of songs) expect(Math.abs((song.durationMs ?? 0) - 2000)).toBeLessThan(80)
})

test('the first sample is at the same place in every browser: 2112 samples of priming, all of them in the edit list', async () => {
  const id = await createUpload({ bytes: makeSound({ tone: 'aevalsrc=0.8*lt(mod(t\\,0.5)\\,0.001):s=44100' }) })
  await until(id, 'done')
  for (const name of ['high', 'low', 'preview']) {
    const file = mediaPath(`${id}/${name}.m4a`)
    const bytes = readFileSync(file)
    const at = bytes.indexOf('elst')
    expect(bytes.readUInt32BE(at + 8), 'one edit').toBe(1)
    expect(bytes.readInt32BE(at + 16), 'media time').toBe(2112)
    const raw = execFileSync(ffmpegPath(), ['-v', 'error', '-i', file, '-ac', '1', '-f', 's16le', '-'])
    const samples = new Int16Array(raw.buffer, raw.byteOffset, raw.length >> 1)
    if (name === 'preview') continue
    // ffmpeg itself gives the rest of the last frame too.
    expect(samples.length).toBeGreaterThanOrEqual(96_000)
    expect(samples.length).toBeLessThan(97_024)
    const click = 24_000 + samples.slice(24_000 - 500, 24_000 + 500).findIndex((value) => Math.abs(value) > 6_000) - 500
    expect(Math.abs(click - 24_000)).toBeLessThan(24)
  }
})

test('a damaged file says why, keeps its raw file, and can be tried again', async () => {
  const user = await createUser()
  const good = makeSound({ seconds: 5, extension: 'm4a', args: ['-movflags', '+faststart'] })
  await worker.stop()
  const id = await createUpload({ bytes: good, fileName: 'a.m4a', userId: user.id })
  truncateSync(rawFile(id), 300)
  worker = await startWorker()
  await until(id, 'failed')
  const status = await uploadStatus({ id, userId: user.id })
  expect(status).toMatchObject({
    ok: true,
    value: { status: 'failed', failure: 'This file has no sound in it.', trackId: null },
  })
  expect(await db().song.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'failed', trackId: null })
  writeFileSync(rawFile(id), good)
  expect(await retryUpload({ id, userId: user.id })).toMatchObject({ ok: true })
  await until(id, 'done')
  expect(await retryUpload({ id, userId: user.id })).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } })
  expect(existsSync(mediaPath(`${id}/high.m4a`))).toBe(true)
})

test('an upload that failed is taken away by its owner, and nothing of it is left', async () => {
  const [user, other] = [await createUser(), await createUser()]
  const id = await createUpload({ bytes: makeSound({ seconds: 0.5 }), userId: user.id })
  await until(id, 'failed')
  expect(await dropFailedUpload({ id, userId: other.id })).toMatchObject({ refusal: { code: 'not_found' } })
  expect(await dropFailedUpload({ id, userId: user.id })).toMatchObject({ ok: true })
  expect(await uploadStatus({ id, userId: user.id })).toMatchObject({ refusal: { code: 'not_found' } })
  expect(await db().song.count({ where: { id } })).toBe(0)
  expect(await hasRawFile(id)).toBe(false)

  const good = await createUpload({ bytes: makeSound(), userId: user.id })
  await until(good, 'done')
  expect(await dropFailedUpload({ id: good, userId: user.id })).toMatchObject({ refusal: { code: 'invalid_input' } })
  expect(await db().song.count({ where: { id: good } })).toBe(1)
})

test('a blocked song stays blocked whatever the worker does', async () => {
  await worker.stop()
  const id = await createUpload({ bytes: makeSound() })
  await db().song.update({ where: { id }, data: { status: 'blocked' } })
  worker = await startWorker()
  await until(id, 'done')
  expect(await db().song.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'blocked' })
})
