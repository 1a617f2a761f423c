import { readCursor, writeCursor } from '@/lib/cursor'
import { db, type Prisma } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { ListTracksInput, TrackPage } from './schema'
import type { TrackDetails } from './track'
import { trackSelect, trackSummary } from './track-view'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const NOT_HERE = refuse('not_found', 'There is no such song here.')

const detailsSelect = {
  ...trackSelect,
  genre: true,
  createdAt: true,
  features: { select: { tempo: true } },
  song: { select: { ...trackSelect.song.select, peaks: true } },
} as const satisfies Prisma.TrackSelect

export const isTrackId = (id: string) => ID.test(id)

/** What the track's own page and the player need. Refuses `not_found`, also for what has been blocked. */
export async function trackDetails(id: string): Promise<Result<TrackDetails>> {
  const [details] = await manyTrackDetails([id])
  return details ?? NOT_HERE
}

/** The same for many, in their order, in one query. */
export async function manyTrackDetails(ids: string[]): Promise<Result<TrackDetails>[]> {
  const known = ids.filter(isTrackId)
  const rows =
    known.length > 0
      ? await db().track.findMany({
          where: { id: { in: known }, NOT: { song: { status: 'blocked' } } },
          select: detailsSelect,
        })
      : []
  const byId = new Map(rows.map((row) => [row.id, ok(detailsOf(row))]))
  return ids.map((id) => byId.get(id.toLowerCase()) ?? NOT_HERE)
}

function detailsOf(row: Prisma.TrackGetPayload<{ select: typeof detailsSelect }>): TrackDetails {
  return {
    ...trackSummary(row),
    genre: row.genre,
    bpm: row.features?.tempo ?? null,
    peaks: row.song?.peaks ?? [],
    createdAt: row.createdAt.toISOString(),
  }
}

/** The newest first, page by page. Refuses `invalid_input` for a cursor that no page gave. */
export async function newTracks({ limit, cursor }: ListTracksInput): Promise<Result<TrackPage>> {
  const place = readCursor(cursor)
  if (!place.ok) return place
  const after = place.value
  const rows = await db().track.findMany({
    where: {
      NOT: { song: { status: 'blocked' } },
      ...(after
        ? {
            createdAt: { lte: after.at },
            OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }],
          }
        : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: { ...trackSelect, createdAt: true },
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const nextCursor = last && rows.length > limit ? writeCursor({ at: last.createdAt, id: last.id }) : null
  return ok({ items: page.map(trackSummary), nextCursor })
}
