import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'

/** A track with its song, ready to play. The files behind its keys do not exist. */
export async function createTrack(
  fields: { title?: string; artist?: string; durationMs?: number; uploaderId?: string } = {},
) {
  const sourceId = randomUUID()
  const { title = `Song ${sourceId.slice(0, 6)}`, artist = 'Somebody', durationMs = 180_000 } = fields
  const track = await db().track.create({ data: { source: 'upload', sourceId, title, artist, durationMs } })
  await db().song.create({
    data: {
      id: sourceId,
      trackId: track.id,
      uploaderId: fields.uploaderId ?? null,
      title,
      artist,
      durationMs,
      status: 'ready',
      storageKeys: { high: `${sourceId}/high.m4a`, low: `${sourceId}/low.m4a`, preview: `${sourceId}/preview.m4a` },
      peaks: [10, 60, 90, 40],
    },
  })
  return track
}
