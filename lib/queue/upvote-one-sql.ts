import { Prisma } from '@/lib/db'
import { addEventSql, dayOfSql, eventWeightSql, mergeEverywhereSql } from '@/lib/stats/sql'
import type { Locked, VoteIds } from './upvote-sql'
import { bumpedSql, likesSql, passedSql, votableSql } from './vote-sql'

const at = Prisma.sql`stream."at"`

/** upvoteSql for a single vote, which is what comes in when nobody else votes: with less to join and to sum up. */
export const upvoteOneSql = (
  ids: VoteIds,
  locked: Locked,
) => Prisma.sql`${TITLES[locked]} WITH ${votableSql(ids, locked)},
  vote AS (
    INSERT INTO "Upvote" ("streamId", "memberId", "weight", "createdAt")
    SELECT ${ids.streamId}::uuid, voter."id", ${eventWeightSql('like', at)}, ${at} FROM voter, stream
    ON CONFLICT DO NOTHING RETURNING "weight"
  ),
  queue AS (
    UPDATE "RoomQueue" q SET "votes" = q."votes" + 1 FROM vote, stream WHERE q."id" = stream."queueId" RETURNING q."votes"
  ),
  ${likesSql},
  stats AS (
    INSERT INTO "UserRoomStats" AS u ("userId", "roomId", "totalLikesGiven", "totalLikesGot", "lastUpdated")
    SELECT likes."personId", stream."roomId", likes."given", likes."got", ${at} FROM likes, stream
    ON CONFLICT ("userId", "roomId") DO UPDATE SET
      "totalLikesGiven" = u."totalLikesGiven" + excluded."totalLikesGiven",
      "totalLikesGot" = u."totalLikesGot" + excluded."totalLikesGot",
      "lastUpdated" = excluded."lastUpdated"
  ),
  person_days AS (
    INSERT INTO "UserDailyStats" AS d ("userId", "roomId", "day", "likesGiven", "likesGot")
    SELECT likes."personId", stream."roomId", ${dayOfSql(at)}, likes."given", likes."got" FROM likes, stream
    ON CONFLICT ("userId", "day", "roomId") DO UPDATE SET
      "likesGiven" = d."likesGiven" + excluded."likesGiven", "likesGot" = d."likesGot" + excluded."likesGot"
  ),
  room_days AS (
    INSERT INTO "RoomDailyStats" AS d ("roomId", "day", "likes")
    SELECT stream."roomId", ${dayOfSql(at)}, 1 FROM vote, stream
    ON CONFLICT ("roomId", "day") DO UPDATE SET "likes" = d."likes" + 1
  ),
  trending AS (
    UPDATE "RoomStreamTrending" t SET
      "trendingScore" = ${addEventSql(Prisma.sql`t."trendingScore"`, Prisma.sql`vote."weight"`)},
      "recentUpvotes" = 1 + CASE WHEN ${passedSql} THEN 0 ELSE t."recentUpvotes" END,
      "recentPlays" = CASE WHEN ${passedSql} THEN 0 ELSE t."recentPlays" END,
      "windowStart" = CASE WHEN ${passedSql} THEN ${at} ELSE t."windowStart" END,
      "lastUpdated" = ${at}
    FROM vote, stream WHERE t."roomId" = stream."roomId" AND t."trackId" = stream."trackId"
  ),
  everywhere AS (
    INSERT INTO "TrackTrending" AS t ("trackId", "trendingScore", "recentUpvotes", "windowStart", "lastUpdated")
    SELECT stream."trackId", ${eventWeightSql('like', at, 'everywhere')}, 1, ${at}, ${at} FROM vote, stream
    ${mergeEverywhereSql()}
  ),
  ${bumpedSql}
  SELECT ${ids.streamId}::uuid AS "streamId", voter."id" AS "memberId", room."id" AS "roomId",
    coalesce(bumped."version", room."version") AS "version", coalesce(queue."votes", stream."votes") AS "votes",
    bumped."version" IS NOT NULL AS "isChanged"
  FROM room, voter, stream LEFT JOIN queue ON true LEFT JOIN bumped ON true`

const TITLES = {
  wait: Prisma.sql`/* named: upvote_one */`,
  skip: Prisma.sql`/* named: upvote_one_skip_locked */`,
}
