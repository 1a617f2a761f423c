import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Page } from 'playwright'
import { inject } from 'vitest'
import { ffmpegPath } from '@/lib/media/ffmpeg'
import { errorsOf, record, spreadOf } from './sync-samples'

export const LONG_MS = 16 * 60_000
const LANDING_MS = 40_000

/** A media element lands as near as the machine lets it and goes the rest by 5 ms a second. Waits, and judges nothing. */
export async function untilLanded(pages: Page[], nearMs: number): Promise<void> {
  for (const deadline = Date.now() + LANDING_MS; Date.now() < deadline; ) {
    const recordings = await record(pages, 1500)
    if (recordings.every((samples) => spreadOf(errorsOf(samples)).p50 < nearMs)) return
  }
}

/** A song of sixteen minutes as if it had been uploaded and prepared; answers its track. */
export async function putLongSong(): Promise<string> {
  const id = randomUUID()
  const folder = path.join(inject('dataDir'), 'media', id)
  mkdirSync(folder, { recursive: true })
  const tone = ['-f', 'lavfi', '-i', 'sine=f=330:r=16000', '-t', String(LONG_MS / 1000)]
  const aac = ['-c:a', 'aac', '-b:a', '24k', '-movflags', '+faststart']
  execFileSync(ffmpegPath(), ['-v', 'error', ...tone, ...aac, path.join(folder, 'high.m4a')])
  const database = new pg.Client({ connectionString: inject('databaseUrl') })
  await database.connect()
  const { rows } = await database.query(
    `WITH track AS (
       INSERT INTO "Track" ("source", "sourceId", "title", "artist", "durationMs")
       VALUES ('upload', $1::text, 'A long evening', 'Nobody', $2) RETURNING "id"
     ), song AS (
       INSERT INTO "Song" ("id", "trackId", "title", "artist", "durationMs", "status", "storageKeys", "peaks")
       SELECT $1::uuid, "id", 'A long evening', 'Nobody', $2, 'ready', $3::jsonb, ARRAY[10, 20] FROM track
     ) SELECT "id" FROM track`,
    [id, LONG_MS, JSON.stringify({ high: `${id}/high.m4a`, low: `${id}/high.m4a`, preview: `${id}/high.m4a` })],
  )
  await database.end()
  return rows[0].id
}
