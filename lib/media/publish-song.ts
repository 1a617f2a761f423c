import { db, type Prisma } from '@/lib/db'
import type { Prepared } from './transcode'
import { logUpload } from './upload-log'

/**
 * Makes the prepared song playable: track, features, song and upload in one transaction.
 * The track has the song's id. A track is immutable, so one that is there already stays as it is.
 */
export async function publishSong(id: string, song: Prepared): Promise<void> {
  const { title, artist, album, genre, durationMs } = song
  await db().$transaction([
    db().track.createMany({
      data: [{ id, source: 'upload', sourceId: id, title, artist, album, genre, durationMs }],
      skipDuplicates: true,
    }),
    db().audioFeatures.createMany({
      data: [
        { trackId: id, tempo: song.bpm, loudness: song.loudness, key: song.key?.key ?? null, mode: song.key?.mode },
      ],
      skipDuplicates: true,
    }),
    db().song.updateMany({ where: { id }, data: { trackId: id, ...columnsOf(song) } }),
    // An admin may have blocked it meanwhile: that holds.
    db().song.updateMany({ where: { id, status: { not: 'blocked' } }, data: { status: 'ready', failure: null } }),
    db().upload.update({ where: { id }, data: { status: 'done', progress: 100, failure: null } }),
  ])
}

/** Tells the uploader why it will not play. The raw file stays for another try. */
export async function failSong(id: string, failure: string): Promise<void> {
  await logUpload(db(), id, `Failed: ${failure}`)
  await db().$transaction([
    db().song.updateMany({
      where: { id, status: { in: ['uploaded', 'processing'] } },
      data: { status: 'failed', failure },
    }),
    db().upload.updateMany({
      where: { id, status: { in: ['stored', 'processing'] } },
      data: { status: 'failed', failure },
    }),
  ])
}

function columnsOf(song: Prepared): Prisma.SongUpdateManyMutationInput {
  const { title, artist, album, genre, durationMs, loudness, peaks, coverImageKey } = song
  const { bpm, keyName, year, colour, isExplicit } = song
  return {
    ...{ title, artist, album, genre, durationMs, loudness, peaks, coverImageKey },
    storageKeys: song.storageKeys,
    metadata: { bpm, key: keyName, year, tags: genre ? [genre] : [], ...(colour ? { colour } : {}), isExplicit },
  }
}
