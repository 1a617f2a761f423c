import { readCursor, writeCursor } from '@/lib/cursor'
import { db, Prisma } from '@/lib/db'
import { trackJson } from '@/lib/queue/rows'
import { ok, type Result, refuse } from '@/lib/result'
import type { AlbumCard, AlbumView, ArtistView } from './artist'
import type { ListTracksInput, TrackPage } from './schema'
import { type TrackRow, trackSummary } from './track-view'

const TOP = 5
const MOST_ALBUMS = 100
const MOST_ON_AN_ALBUM = 500

/** Names that differ in case, accents and signs alone are one artist: rows of the index on searchArtist. */
const songsOf = (artist: string) => Prisma.sql`
  FROM "Track" t LEFT JOIN "Song" so ON so."trackId" = t.id
  WHERE t."searchArtist" = search_text(${artist}) AND t."searchArtist" <> '' AND so.status IS DISTINCT FROM 'blocked'`

/** Refuses `not_found` for a name that no song has. */
export async function artistView(artist: string): Promise<Result<ArtistView>> {
  const [[about], top, albums] = await Promise.all([
    db().$queryRaw<{ name: string | null; songs: number }[]>`
      SELECT mode() WITHIN GROUP (ORDER BY t.artist) AS name, count(*)::int AS songs ${songsOf(artist)}`,
    db().$queryRaw<{ track: TrackRow; isHot: boolean }[]>`
      SELECT ${trackJson} AS track, r."trendingScore" IS NOT NULL AS "isHot" FROM (SELECT t.id ${songsOf(artist)}) song JOIN "Track" t USING (id)
      LEFT JOIN "Song" so ON so."trackId" = t.id LEFT JOIN "TrackTrending" r ON r."trackId" = t.id
      ORDER BY r."trendingScore" DESC NULLS LAST, t."createdAt" DESC, t.id LIMIT ${TOP}`,
    albumsOf(artist),
  ])
  const [best] = top.map(({ track }) => trackSummary(track))
  if (!about?.name || !best) return refuse('not_found', 'Nobody by that name has a song here.')
  const { coverUrl, colour } = best
  const hot = top.filter(({ isHot }) => isHot).map(({ track }) => trackSummary(track))
  return ok({ name: about.name, songs: about.songs, coverUrl, colour, hot, albums })
}

/** The latest first, each with the cover of its first song. */
async function albumsOf(artist: string): Promise<AlbumCard[]> {
  const rows = await db().$queryRaw<{ title: string; songs: number; track: TrackRow }[]>`
    SELECT album.title, album.songs, ${trackJson} AS track FROM (
      SELECT (array_agg(t.album ORDER BY t."createdAt", t.id))[1] AS title, count(*)::int AS songs,
        (array_agg(t.id ORDER BY t."createdAt", t.id))[1] AS first, max(t."createdAt") AS at
      ${songsOf(artist)} AND search_text(t.album) <> '' GROUP BY search_text(t.album)
    ) album JOIN "Track" t ON t.id = album.first LEFT JOIN "Song" so ON so."trackId" = t.id
    ORDER BY album.at DESC, album.title LIMIT ${MOST_ALBUMS}`
  return rows.map(({ title, songs, track }) => {
    const { artist: by, coverUrl, colour } = trackSummary(track)
    return { title, artist: by, songs, coverUrl, colour }
  })
}

/** The newest first, page by page. Refuses `invalid_input` for a cursor that no page gave. */
export async function artistTracks(
  artist: string,
  { limit, cursor }: Pick<ListTracksInput, 'limit' | 'cursor'>,
): Promise<Result<TrackPage>> {
  const place = readCursor(cursor)
  if (!place.ok) return place
  const after = place.value
  const older = after
    ? Prisma.sql`AND (date_trunc('milliseconds', t."createdAt"), t.id) < (${after.at}, ${after.id}::uuid)`
    : Prisma.empty
  const rows = await db().$queryRaw<{ track: TrackRow; id: string; createdAt: Date }[]>`
    SELECT ${trackJson} AS track, t.id, t."createdAt" ${songsOf(artist)} ${older}
    ORDER BY t."createdAt" DESC, t.id DESC LIMIT ${limit + 1}`
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return ok({
    items: page.map(({ track }) => trackSummary(track)),
    nextCursor: last && rows.length > limit ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  })
}

/** In the order in which its songs came. Refuses `not_found`. */
export async function albumView(artist: string, title: string): Promise<Result<AlbumView>> {
  const rows = await db().$queryRaw<{ track: TrackRow }[]>`
    SELECT ${trackJson} AS track ${songsOf(artist)}
      AND search_text(t.album) = search_text(${title}) AND search_text(t.album) <> ''
    ORDER BY t."createdAt", t.id LIMIT ${MOST_ON_AN_ALBUM}`
  const tracks = rows.map(({ track }) => trackSummary(track))
  const [first] = tracks
  if (!first?.album) return refuse('not_found', 'There is no such album here.')
  const durationMs = tracks.reduce((sum, track) => sum + track.durationMs, 0)
  return ok({
    title: first.album,
    artist: first.artist,
    durationMs,
    coverUrl: first.coverUrl,
    colour: first.colour,
    tracks,
  })
}
