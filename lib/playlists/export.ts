import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { ok, type Result } from '@/lib/result'
import { LIST_FORMATS, type ListFormat, type ListWriter } from './formats/write'
import { NO_PLAYLIST } from './place'
import { visibleTo } from './queries'

const BATCH = 1000

type Exported = { fileName: string; contentType: string; text: AsyncGenerator<string> }

/** A playlist as a file, written while it is read, so that a long one needs no more memory than a short one. */
export async function exportPlaylist({
  playlistId,
  viewer,
  format,
  origin,
}: {
  playlistId: string
  viewer: Viewer
  format: ListFormat
  /** Where people reach the songs' pages. */
  origin: string
}): Promise<Result<Exported>> {
  const playlist = await db().playlist.findFirst({
    where: { id: playlistId, ...visibleTo(viewer) },
    select: { name: true, description: true },
  })
  if (!playlist) return NO_PLAYLIST
  const { contentType, writer } = LIST_FORMATS[format]
  return ok({ fileName: `${playlist.name}.${format}`, contentType, text: write(playlistId, writer(playlist), origin) })
}

async function* write(playlistId: string, writer: ListWriter, origin: string) {
  yield writer.head
  let isFirst = true
  for await (const { track } of entriesOf(playlistId)) {
    yield writer.song({ ...track, url: `${origin}/track/${track.id}` }, isFirst)
    isFirst = false
  }
  yield writer.tail
}

async function* entriesOf(playlistId: string) {
  let after: number | undefined
  for (;;) {
    const rows = await db().playlistTrack.findMany({
      where: { playlistId, ...(after === undefined ? {} : { position: { gt: after } }) },
      orderBy: { position: 'asc' },
      take: BATCH,
      select: {
        position: true,
        track: { select: { id: true, title: true, artist: true, album: true, durationMs: true } },
      },
    })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.position
  }
}
