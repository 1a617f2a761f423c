import type { Tx } from '@/lib/db'

/** So many songs are on before one comes back, if the room has had that many. */
const APART = 20
/** Of so many songs with the most heat. */
const HOTTEST = 50

/**
 * The song that comes back where the queue has run out and the room wants that: the hottest one that was not on lately,
 * else the one that was on longest ago. It is the same stream again, so nobody is counted as adding it.
 */
export async function comeback(reader: Pick<Tx, '$queryRaw'>, roomId: string): Promise<{ id: string } | null> {
  const [song] = await reader.$queryRaw<{ id: string }[]>`
    WITH room AS (
      SELECT "id", coalesce(("settings" ->> 'noRepeat')::int, 0) AS "noRepeat",
        coalesce(("settings" -> 'allowsExplicit')::boolean, true) AS "allowsExplicit"
      FROM "Room"
      WHERE "id" = ${roomId}::uuid AND "settings" ->> 'whenEmpty' = 'trending'
    ),
    hot AS (
      SELECT t."streamId", t."trackId", t."trendingScore" FROM "RoomStreamTrending" t
      WHERE t."roomId" = (SELECT "id" FROM room) AND t."trendingScore" IS NOT NULL
      ORDER BY t."trendingScore" DESC LIMIT ${HOTTEST}
    ),
    lately AS (
      SELECT q."id", q."playedAt" FROM "RoomQueue" q
      WHERE q."roomId" = (SELECT "id" FROM room) AND q."playedAt" IS NOT NULL
      ORDER BY q."playedAt" DESC LIMIT (SELECT greatest(${APART}, "noRepeat") FROM room)
    )
    SELECT q."id" FROM hot
    JOIN "RoomQueue" q ON q."streamId" = hot."streamId" AND q."isPlayed"
    JOIN "Song" so ON so."trackId" = hot."trackId" AND so."status" = 'ready'
    JOIN room ON room."allowsExplicit" OR NOT coalesce((so."metadata" -> 'isExplicit')::boolean, false)
    LEFT JOIN lately ON lately."id" = q."id"
    ORDER BY lately."id" IS NOT NULL, lately."playedAt", hot."trendingScore" DESC LIMIT 1`
  return song ?? null
}
