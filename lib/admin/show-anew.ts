import { publish } from '@/lib/bus'
import { songChanged } from '@/lib/cache/song-changed'
import { db } from '@/lib/db'

/** After the commit: lists forget how the song was, and rooms where it waits or plays ask again. */
export async function showAnew(trackId: string) {
  await songChanged(trackId)
  const rooms = await db().$queryRaw<{ id: string; version: number }[]>`
    UPDATE "Room" SET "version" = "version" + 1 WHERE "id" IN (
      SELECT r."id" FROM "Room" r WHERE r."closedAt" IS NULL AND EXISTS (
        SELECT FROM "Stream" s JOIN "RoomQueue" q ON q."streamId" = s."id"
        WHERE s."roomId" = r."id" AND s."trackId" = ${trackId}::uuid AND (NOT q."isPlayed" OR q."id" = r."currentQueueId"))
      ORDER BY r."id" FOR NO KEY UPDATE)
    RETURNING "id", "version"`
  for (const { id: roomId, version } of rooms) await publish({ roomId, event: { type: 'room:outdated', version } })
}
