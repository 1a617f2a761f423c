import { NO_SUCH_PAGE } from '@/lib/cursor'
import { db } from '@/lib/db'
import { ok, type Result } from '@/lib/result'
import type { SearchInput, TrackPage } from './schema'
import { searchSql } from './search-sql'
import { type TrackRow, trackSummary } from './track-view'

const MAX_WORDS = 8
const MAX_CHARACTERS = 100
/** Nobody reads on: who has not found it by then types another word. */
const MOST_FOUND = 1000

/** Songs whose title or artist has every word, begun or misspelt, best first and then by heat: one query. */
export async function searchTracks({ q, limit, cursor }: SearchInput): Promise<Result<TrackPage>> {
  const from = cursor === undefined ? 0 : readCursor(cursor)
  if (from === null) return NO_SUCH_PAGE
  const words = normalQuery(q)
  if (words === '') return ok({ items: [], nextCursor: null })
  const rows = await db().$queryRaw<TrackRow[]>(searchSql({ words, from, limit: limit + 1 }))
  const isLast = rows.length <= limit || from + limit >= MOST_FOUND
  return ok({ items: rows.slice(0, limit).map(trackSummary), nextCursor: isLast ? null : writeCursor(from + limit) })
}

/** What decides the answer: other ways to write it find the same. Empty when there is nothing to look for. */
export function normalQuery(q: string): string {
  return q
    .slice(0, MAX_CHARACTERS)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[.'’]/g, '')
    .split(/[^\p{L}\p{M}\p{N}\p{So}]+/u)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
    .join(' ')
}

const writeCursor = (from: number) => Buffer.from(`found.${from}`).toString('base64url')

function readCursor(cursor: string): number | null {
  const [, from] = /^found\.(\d{1,4})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  return from === undefined || Number(from) >= MOST_FOUND ? null : Number(from)
}
