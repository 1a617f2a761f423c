import { isExplicit } from '@/lib/catalog/track-view'
import { Prisma, type Tx } from '@/lib/db'
import { type Result, refuse } from '@/lib/result'
import type { Place } from '@/lib/rooms/place'
import { addEventSql, dayOfSql, eventWeightSql, mergeEverywhereSql, windowPassedSql } from '@/lib/stats/sql'
import { checkLimits } from './limits'
import type { StreamAdded } from './schema'
import { turnOfNew } from './turns'

/** Refuses `not_found`, `not_playable`, `already_queued` while the same song waits, `explicit_song`, and as checkLimits does. */
export async function checkAddable(tx: Tx, place: Place, trackId: string): Promise<Result<void>> {
  const { roomId } = place
  const track = await tx.track.findUnique({
    where: { id: trackId },
    select: {
      durationMs: true,
      song: { select: { status: true, metadata: true } },
      streams: { where: { roomId, removedAt: null, queued: { isPlayed: false } }, select: { id: true }, take: 1 },
    },
  })
  if (!track) return refuse('not_found', 'There is no such song here.')
  if (track.song?.status === 'blocked') return refuse('not_playable', 'This song was taken down.')
  if (track.song?.status !== 'ready')
    return refuse('not_playable', 'This song can’t be played yet. Try again in a minute.')
  if (track.streams.length) return refuse('already_queued', 'This song is waiting already. Give it your vote.')
  if (!place.settings.allowsExplicit && isExplicit(track.song))
    return refuse('explicit_song', 'This room plays no explicit songs. The host can change that.')
  return checkLimits(tx, place, { id: trackId, durationMs: track.durationMs })
}

const passedOnAdd = windowPassedSql(Prisma.sql`t."windowStart"`, Prisma.sql`excluded."windowStart"`)

/** Puts the song into the room with every number that it touches. The caller holds the lock on the room's row. */
export async function insertStream(
  tx: Tx,
  { roomId, memberId, settings }: Place,
  trackId: string,
): Promise<StreamAdded> {
  const turn = await turnOfNew(tx, { roomId, memberId, mode: settings.queueMode })
  const [added] = await tx.$queryRaw<[StreamAdded]>`/* named: add_stream */
    WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS "at"),
    room AS (
      UPDATE "Room" SET "version" = "version" + 1, "nextOrder" = "nextOrder" + 1 WHERE "id" = ${roomId}::uuid
      RETURNING "id", "version", "nextOrder" - 1 AS "order"
    ),
    stream AS (
      INSERT INTO "Stream" ("roomId", "trackId", "extractedId", "addedBy", "addWeight", "createdAt")
      SELECT room."id", t."id", t."sourceId", ${memberId}::uuid, ${eventWeightSql('add', Prisma.sql`clock."at"`)}, clock."at"
      FROM room, clock, "Track" t WHERE t."id" = ${trackId}::uuid
      RETURNING *
    ),
    queued AS (
      INSERT INTO "RoomQueue" ("roomId", "streamId", "turn", "order", "addedBy")
      SELECT room."id", stream."id", coalesce(${turn}::int, room."order"), room."order", stream."addedBy" FROM stream, room RETURNING "id"
    ),
    stats AS (
      INSERT INTO "UserRoomStats" AS u ("userId", "roomId", "totalAdded", "lastUpdated")
      SELECT m."personId", m."roomId", 1, stream."createdAt" FROM stream JOIN "RoomMember" m ON m."id" = stream."addedBy"
      ON CONFLICT ("userId", "roomId") DO UPDATE SET
        "totalAdded" = u."totalAdded" + 1, "lastUpdated" = excluded."lastUpdated"
    ),
    my_day AS (
      INSERT INTO "UserDailyStats" AS d ("userId", "roomId", "day", "added")
      SELECT m."personId", m."roomId", ${dayOfSql(Prisma.sql`stream."createdAt"`)}, 1
      FROM stream JOIN "RoomMember" m ON m."id" = stream."addedBy"
      ON CONFLICT ("userId", "day", "roomId") DO UPDATE SET "added" = d."added" + 1
    ),
    room_day AS (
      INSERT INTO "RoomDailyStats" AS d ("roomId", "day", "added")
      SELECT "roomId", ${dayOfSql(Prisma.sql`"createdAt"`)}, 1 FROM stream
      ON CONFLICT ("roomId", "day") DO UPDATE SET "added" = d."added" + 1
    ),
    trending AS (
      INSERT INTO "RoomStreamTrending" AS t
        ("roomId", "streamId", "trackId", "extractedId", "trendingScore", "windowStart", "lastUpdated")
      SELECT "roomId", "id", "trackId", "extractedId", "addWeight", "createdAt", "createdAt" FROM stream
      ON CONFLICT ("roomId", "trackId") DO UPDATE SET
        "streamId" = excluded."streamId",
        "trendingScore" = ${addEventSql(Prisma.sql`t."trendingScore"`, Prisma.sql`excluded."trendingScore"`)},
        "recentUpvotes" = CASE WHEN ${passedOnAdd} THEN 0 ELSE t."recentUpvotes" END,
        "recentPlays" = CASE WHEN ${passedOnAdd} THEN 0 ELSE t."recentPlays" END,
        "windowStart" = CASE WHEN ${passedOnAdd} THEN excluded."windowStart" ELSE t."windowStart" END,
        "lastUpdated" = excluded."lastUpdated"
    ),
    everywhere AS (
      INSERT INTO "TrackTrending" AS t ("trackId", "trendingScore", "windowStart", "lastUpdated")
      SELECT "trackId", ${eventWeightSql('add', Prisma.sql`"createdAt"`, 'everywhere')}, "createdAt", "createdAt" FROM stream
      ${mergeEverywhereSql()}
    )
    SELECT stream."id" AS "streamId", queued."id" AS "queueId", room."version" FROM stream, queued, room`
  return added
}
