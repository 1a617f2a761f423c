import { db } from '@/lib/db'

type Folded = { artist: string; album: string | null }

/** Artist and album as search_text() folds them: in small letters without accents, words apart by one space. */
export async function foldedNamesOf(trackId: string): Promise<Folded | undefined> {
  const [names] = await db().$queryRaw<Folded[]>`
    SELECT "searchArtist" AS artist, search_text("album") AS album FROM "Track" WHERE "id" = ${trackId}::uuid`
  return names
}
