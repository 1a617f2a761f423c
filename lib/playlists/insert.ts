import type { Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { freePositions } from './place'
import { type AddTracksInput, MOST_TRACKS, type TracksAdded } from './schema'
import { entrySelect, playlistEntry } from './views'

/** Puts songs into a playlist whose lock the caller holds. Refuses `not_found` when none of them exists, `too_large`. */
export async function insertTracks(
  tx: Tx,
  playlistId: string,
  { trackIds, afterId, allowTwice = false }: AddTracksInput,
): Promise<Result<TracksAdded>> {
  if (trackIds.length === 0) return ok({ items: [], alreadyThere: 0 })
  const wanted = await knownIn(tx, allowTwice ? trackIds : [...new Set(trackIds)])
  if (wanted.length === 0) return refuse('not_found', 'There is no such song here.')
  const there = allowTwice ? new Set<string>() : await alreadyIn(tx, playlistId, wanted)
  const fresh = wanted.filter((id) => !there.has(id))
  if ((await tx.playlistTrack.count({ where: { playlistId } })) + fresh.length > MOST_TRACKS) return TOO_LONG
  const placed = await insertAt(tx, playlistId, fresh, afterId)
  const rows = await tx.playlistTrack.findMany({
    where: { id: { in: placed } },
    orderBy: { position: 'asc' },
    select: entrySelect,
  })
  return ok({ items: rows.map(playlistEntry), alreadyThere: wanted.length - fresh.length })
}

async function knownIn(tx: Tx, trackIds: string[]): Promise<string[]> {
  const rows = await tx.track.findMany({ where: { id: { in: [...new Set(trackIds)] } }, select: { id: true } })
  const known = new Set(rows.map(({ id }) => id))
  return trackIds.map((id) => id.toLowerCase()).filter((id) => known.has(id))
}

async function alreadyIn(tx: Tx, playlistId: string, trackIds: string[]): Promise<Set<string>> {
  const rows = await tx.playlistTrack.findMany({
    where: { playlistId, trackId: { in: trackIds } },
    select: { trackId: true },
  })
  return new Set(rows.map(({ trackId }) => trackId))
}

export const TOO_LONG = refuse(
  'too_large',
  `A playlist holds ${MOST_TRACKS.toLocaleString('en')} songs. Begin another one.`,
)

/** Answers the entries' ids. The tracks exist. */
export async function insertAt(tx: Tx, playlistId: string, trackIds: string[], afterId: string | null | undefined) {
  if (trackIds.length === 0) return []
  const count = trackIds.length
  const positions =
    (await freePositions(tx, playlistId, { afterId, count })) ??
    (await freePositions(tx, playlistId, { afterId: undefined, count }))
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "PlaylistTrack" ("playlistId", "trackId", "position")
    SELECT ${playlistId}::uuid, added."trackId", added."position"
    FROM unnest(${trackIds}::uuid[], ${positions}::int[]) AS added("trackId", "position")
    RETURNING "id"`
  return rows.map(({ id }) => id)
}
