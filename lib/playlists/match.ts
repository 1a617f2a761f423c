import { searchTracks } from '@/lib/catalog/search'
import { db } from '@/lib/db'
import type { ListedSong } from './formats/song'
import { bareTitle, isSameSong } from './same-song'

/** Songs that are not found by their exact name are searched for, as long as this lasts for one list. */
const MOST_SEARCHES = 2_000
const SEARCH_MS = 60_000
const AT_ONCE = 4
/** Names of one list whose answer is kept, since lists repeat themselves. */
const MOST_REMEMBERED = 20_000

const keyOf = ({ title, artist, durationMs }: ListedSong) => `${title}/${artist}/${durationMs}`

/** Finds a list's songs in the catalogue. Made for one list: it remembers what it has searched for. */
export function matcher() {
  const named = new Map<string, string | null>()
  const searched = new Map<string, Promise<string | null>>()
  const until = Date.now() + SEARCH_MS

  const search = (song: ListedSong): Promise<string | null> => {
    const key = keyOf(song)
    const known = searched.get(key)
    if (known) return known
    if (searched.size >= MOST_SEARCHES || Date.now() > until) return Promise.resolve(null)
    const found = searchFor(song)
    searched.set(key, found)
    return found
  }

  const lookUp = async (songs: ListedSong[]) => {
    const fresh = [...new Map(songs.map((song) => [keyOf(song), song])).values()]
    const ids = await namedTracks(fresh)
    for (const [index, song] of fresh.entries()) named.set(keyOf(song), ids[index] ?? null)
  }

  /** The tracks of the songs, in their order; null for those that are not here. */
  return async (songs: ListedSong[]): Promise<(string | null)[]> => {
    const ids = await linkedTracks(songs)
    // Here, and not once it has been asked which names are known: those are not looked up.
    if (named.size > MOST_REMEMBERED) named.clear()
    await lookUp(songs.filter((song, index) => !ids[index] && !named.has(keyOf(song))))
    const found = songs.map((song, index) => ids[index] ?? named.get(keyOf(song)) ?? null)
    const missing = songs.flatMap((song, index) => (found[index] === null && song.title ? [{ song, index }] : []))
    for (let from = 0; from < missing.length; from += AT_ONCE) {
      const some = missing.slice(from, from + AT_ONCE)
      const ids = await Promise.all(some.map(({ song }) => search(song)))
      for (const [n, { index }] of some.entries()) found[index] = ids[n] ?? null
    }
    return found
  }
}

/** By the addresses that our own lists give. */
async function linkedTracks(songs: ListedSong[]): Promise<(string | null)[]> {
  const ids = songs.map(
    ({ url }) => /\/track\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i.exec(url ?? '')?.[1] ?? null,
  )
  const asked = ids.filter((id) => id !== null)
  if (asked.length === 0) return ids
  const rows = await db().track.findMany({ where: { id: { in: asked } }, select: { id: true } })
  const there = new Set(rows.map(({ id }) => id))
  return ids.map((id) => (id && there.has(id.toLowerCase()) ? id.toLowerCase() : null))
}

/** By title and artist, whatever their case, accents and marks: one read of the index each, in one query. */
async function namedTracks(songs: ListedSong[]): Promise<(string | null)[]> {
  if (songs.length === 0) return []
  // The names are made alike once, not once for each song of the catalogue that a plan may compare them with.
  const rows = await db().$queryRaw<{ id: string | null }[]>`
    WITH wanted AS MATERIALIZED (
      SELECT "n", "durationMs", match_text("title") || '/' || match_text("artist") AS "name"
      FROM unnest(${songs.map((_, n) => n)}::int[], ${songs.map(({ title }) => title)}::text[],
        ${songs.map(({ artist }) => artist)}::text[], ${songs.map(({ durationMs }) => durationMs)}::int[])
        AS listed("n", "title", "artist", "durationMs")
    )
    SELECT found."id" FROM wanted
    LEFT JOIN LATERAL (
      SELECT t."id" FROM "Track" t LEFT JOIN "Song" s ON s."trackId" = t."id"
      WHERE match_text(t."title") || '/' || match_text(t."artist") = wanted."name"
        AND s."status" IS DISTINCT FROM 'blocked'
      ORDER BY abs(t."durationMs" - wanted."durationMs"), t."createdAt", t."id" LIMIT 1
    ) found ON true
    ORDER BY wanted."n"`
  return rows.map(({ id }) => id)
}

async function searchFor(song: ListedSong): Promise<string | null> {
  // A search takes so many letters.
  const q = `${bareTitle(song.title)} ${song.artist}`.slice(0, 100).trim()
  const page = await searchTracks({ q, limit: 5 })
  return page.ok ? (page.value.items.find((found) => isSameSong(song, found))?.id ?? null) : null
}
