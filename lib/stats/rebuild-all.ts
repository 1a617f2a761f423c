import { db, type Tx } from '@/lib/db'
import { restoreRatings } from '@/lib/reviews/recount'
import { rebuildDays, rebuildEverywhere } from './everywhere'
import { rebuildTrending } from './rebuild'
import { rebuildPeopleDays, rebuildRoomDays } from './rebuild-days'

/** Restores every aggregate from the raw rows, room by room: each is as it was or right, whenever one looks. */
export async function rebuildAll(): Promise<{ rooms: number }> {
  const rooms = await db().room.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  for (const { id } of rooms)
    await db().$transaction((tx) => rebuildRoom(tx, id), { timeout: 120_000, maxWait: 30_000 })
  const tracks = await db().$queryRaw<{ trackId: string }[]>`
    SELECT "trackId" FROM "Stream" UNION SELECT "trackId" FROM "TrackDailyPlays" ORDER BY 1`
  for (const { trackId } of tracks) await db().$transaction((tx) => rebuildTrack(tx, trackId), { timeout: 120_000 })
  await restoreRatings()
  return { rooms: rooms.length }
}

/** Sums up what the song is over all rooms. Of several songs, take them in the order of their ids. */
export async function rebuildTrack(tx: Tx, trackId: string) {
  await rebuildEverywhere(tx, trackId)
  await rebuildDays(tx, trackId)
}

async function rebuildRoom(tx: Tx, roomId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ${roomId}::uuid FOR NO KEY UPDATE`
  await recount(tx, roomId)
  await tx.$executeRaw`
    INSERT INTO "RoomStreamTrending" ("roomId", "streamId", "trackId", "extractedId")
    SELECT DISTINCT ON ("trackId") "roomId", "id", "trackId", "extractedId" FROM "Stream"
    WHERE "roomId" = ${roomId}::uuid AND "removedAt" IS NULL ORDER BY "trackId", "createdAt" DESC
    ON CONFLICT ("roomId", "trackId") DO NOTHING`
  const songs = await tx.roomStreamTrending.findMany({ where: { roomId }, select: { trackId: true } })
  for (const { trackId } of songs) await rebuildTrending(tx, { roomId, trackId })
}

/** Counts the room's people, days and votes again. The caller holds the lock on the room's row. */
export async function recount(tx: Tx, roomId: string) {
  await rebuildPeople(tx, roomId)
  await rebuildPeopleDays(tx, roomId)
  await rebuildRoomDays(tx, roomId)
  await rebuildVotes(tx, roomId)
}

async function rebuildPeople(tx: Tx, roomId: string) {
  await tx.$executeRaw`
    WITH live AS (SELECT "id", "addedBy" FROM "Stream" WHERE "roomId" = ${roomId}::uuid AND "removedAt" IS NULL),
    each AS (
      SELECT "addedBy" AS "memberId", 1 AS "added", 0 AS "got", 0 AS "given" FROM live
      UNION ALL SELECT live."addedBy", 0, 1, 0 FROM live JOIN "Upvote" u ON u."streamId" = live."id"
      UNION ALL SELECT u."memberId", 0, 0, 1 FROM live JOIN "Upvote" u ON u."streamId" = live."id"
      UNION ALL SELECT m."id", 0, 0, 0 FROM "UserRoomStats" s
        JOIN "RoomMember" m ON m."roomId" = s."roomId" AND m."personId" = s."userId" WHERE s."roomId" = ${roomId}::uuid
    )
    INSERT INTO "UserRoomStats" AS s ("userId", "roomId", "totalAdded", "totalLikesGot", "totalLikesGiven")
    SELECT m."personId", m."roomId", sum("added"), sum("got"), sum("given")
    FROM each JOIN "RoomMember" m ON m."id" = each."memberId" GROUP BY m."personId", m."roomId"
    ON CONFLICT ("userId", "roomId") DO UPDATE SET
      "totalAdded" = excluded."totalAdded",
      "totalLikesGot" = excluded."totalLikesGot",
      "totalLikesGiven" = excluded."totalLikesGiven"`
}

async function rebuildVotes(tx: Tx, roomId: string) {
  await tx.$executeRaw`
    UPDATE "RoomQueue" q SET "votes" = (SELECT count(*) FROM "Upvote" u WHERE u."streamId" = q."streamId")
    WHERE q."roomId" = ${roomId}::uuid`
}
