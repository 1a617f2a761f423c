import { mkdir, rename, writeFile } from 'node:fs/promises'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { addJob, ensureJobQueue } from '@/lib/media/jobs'
import { acceptUpload, startUpload } from '@/lib/media/mutations'
import { rawFile } from '@/lib/media/raw-files'
import { uploadsRoot } from '@/lib/media/storage'
import { DEMO_SONGS } from './songs/catalogue'
import type { DemoSong } from './songs/song'
import { toWav } from './synth/wav'

/**
 * Queues the songs that Earshot composes itself, where the catalogue is empty or an earlier start did not get
 * through them. Answers how many are still to come. What an admin has taken out does not come back.
 */
export async function seedDemoCatalogue(): Promise<number> {
  if (env().DEMO_CATALOGUE === 'off') return 0
  const ids = DEMO_SONGS.map(({ id }) => id)
  const begun = await db().upload.findMany({ where: { id: { in: ids } }, select: { id: true, status: true } })
  if (begun.length === 0 && (await db().track.count({ take: 1 })) > 0) return 0
  const settled = new Set(begun.filter(({ status }) => status !== 'pending').map(({ id }) => id))
  const missing = DEMO_SONGS.filter(({ id }) => !settled.has(id))
  await ensureJobQueue()
  await db().$transaction(async (tx) => {
    for (const { slug } of missing) await addJob(tx, 'seed-demo-track', { slug }, `seed-demo-track:${slug}`)
  })
  return missing.length
}

/** Composes one song and hands it in as an upload. Harmless when repeated: the song's id is fixed. */
export async function seedDemoTrack(slug: string): Promise<void> {
  const song = DEMO_SONGS.find((one) => one.slug === slug)
  if (!song) return
  const upload = await db().upload.findUnique({ where: { id: song.id }, select: { status: true } })
  if (upload && upload.status !== 'pending') return
  const wav = render(song)
  await mkdir(uploadsRoot(), { recursive: true })
  // Whole or not at all: a half file under the final name would look like a broken song.
  await writeFile(`${rawFile(song.id)}.part`, wav)
  await rename(`${rawFile(song.id)}.part`, rawFile(song.id))
  const fileName = `${song.artist} - ${song.title}.wav`
  if (!upload)
    orThrow(await startUpload({ id: song.id, userId: null, fileName, size: wav.length, mimeType: 'audio/wav' }))
  orThrow(await acceptUpload(song.id))
}

function render({ title, artist, album, genre, bpm, key, perform }: DemoSong): Buffer {
  const tags = { TIT2: title, TPE1: artist, TALB: album, TCON: genre, TBPM: String(bpm), TKEY: key, TDRC: '2026' }
  return toWav(perform(), tags)
}

function orThrow(result: Awaited<ReturnType<typeof acceptUpload>>) {
  if (!result.ok) throw new Error(`A demo song was refused: ${result.refusal.message}`)
}
