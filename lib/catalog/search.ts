import { db } from '@/lib/db'
import type { SearchInput, TrackPage } from './schema'
import { type TrackRow, trackSummary } from './track-view'

const MAX_WORDS = 8

/** Songs whose title or artist has every word, begun or misspelt, best first: one indexed query. */
export async function searchTracks({ q, limit }: SearchInput): Promise<TrackPage> {
  const words = wordsOf(q)
  if (words.length === 0) return { items: [], nextCursor: null }
  const rows = await db().$queryRaw<TrackRow[]>`
    SELECT t.id, t.title, t.artist, t.album, t."durationMs",
           CASE WHEN s.id IS NOT NULL THEN jsonb_build_object(
             'status', s.status, 'storageKeys', s."storageKeys",
             'coverImageKey', s."coverImageKey", 'metadata', s.metadata) END AS song
    FROM search_tracks(${words.join(' ')}, ${limit}::int) AS found
    JOIN "Track" t USING (id)
    LEFT JOIN "Song" s ON s."trackId" = t.id
    ORDER BY found.score DESC, t."createdAt" DESC, t.id`
  return { items: rows.map(trackSummary), nextCursor: null }
}

/** What decides the answer: other ways to write it find the same. Empty when there is nothing to look for. */
export const normalQuery = (q: string) => wordsOf(q.toLowerCase()).join(' ')

// As search_text() in the database has it: "2 a.m." and "2 am" are the same search.
function wordsOf(q: string): string[] {
  return q
    .normalize('NFKC')
    .replace(/[.'’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
}
