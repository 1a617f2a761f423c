import { db } from '@/lib/db'
import { searchTracks } from './search'
import { songJson } from './song-json'
import type { TrackSummary } from './track'
import { type TrackRow, trackSummary } from './track-view'

type Chosen = { favoriteArtists: string[]; favoriteGenres: string[] }

/** The newest songs of the artists and genres that somebody has chosen: a few reads of an index for each name. */
export async function newOfChosen({ favoriteArtists, favoriteGenres }: Chosen, limit: number): Promise<TrackSummary[]> {
  if (favoriteArtists.length + favoriteGenres.length === 0) return []
  const rows = await db().$queryRaw<TrackRow[]>`
    SELECT t."id", t."title", t."artist", t."album", t."durationMs",
      ${songJson} AS "song"
    FROM (
      SELECT found."id" FROM unnest(${favoriteArtists}::text[]) AS chosen("artist"), LATERAL (
        SELECT "id" FROM "Track" WHERE "artist" = chosen."artist" ORDER BY "createdAt" DESC LIMIT ${limit}
      ) found
      UNION
      SELECT found."id" FROM unnest(${favoriteGenres}::text[]) AS chosen("genre"), LATERAL (
        SELECT "id" FROM "Track" WHERE "genre" = chosen."genre" ORDER BY "createdAt" DESC LIMIT ${limit}
      ) found
    ) AS candidate
    JOIN "Track" t USING ("id")
    JOIN "Song" so ON so."trackId" = t."id" AND so."status" = 'ready'
    ORDER BY t."createdAt" DESC, t."id" LIMIT ${limit}`
  return rows.map(trackSummary)
}

/** Every genre of the catalogue, each found by one step in the index, however many songs it has. */
export async function genresHere(): Promise<string[]> {
  const rows = await db().$queryRaw<{ genre: string }[]>`
    WITH RECURSIVE step AS (
      (SELECT "genre" FROM "Track" WHERE "genre" IS NOT NULL ORDER BY "genre" LIMIT 1)
      UNION ALL
      SELECT (SELECT t."genre" FROM "Track" t WHERE t."genre" > step."genre" ORDER BY t."genre" LIMIT 1)
      FROM step WHERE step."genre" IS NOT NULL
    )
    SELECT "genre" FROM step WHERE "genre" IS NOT NULL LIMIT 500`
  return rows.map(({ genre }) => genre)
}

/** The artist as the catalogue writes the name; as it was typed when nobody here is called so. */
export async function artistAsWritten(name: string): Promise<string> {
  const found = await searchTracks({ q: name.slice(0, 100), limit: 20 })
  const items = found.ok ? found.value.items : []
  return items.find(({ artist }) => artist.toLowerCase() === name.toLowerCase())?.artist ?? name
}

/** The same for genres. */
export async function genresAsWritten(names: string[]): Promise<string[]> {
  const here = new Map((await genresHere()).map((genre) => [genre.toLowerCase(), genre]))
  return names.map((name) => here.get(name.toLowerCase()) ?? name)
}
