import { personIdOf, type Viewer } from '@/lib/auth/viewer'
import { db, Prisma } from '@/lib/db'
import { playbackOf } from '@/lib/playback/queries'
import { IN_ORDER, type ItemRow, itemOf, itemSql } from '@/lib/queue/rows'
import { ok, type Result } from '@/lib/result'
import { readCode } from './code'
import { LISTENING_MS, NOT_MEMBER, ROOM_CLOSED, ROOM_NOT_FOUND, whyNotThere } from './place'
import type { MemberRole, MemberView, RoomSnapshot } from './schema'
import { type RoomRow, roomView } from './views'

type Person = { memberId: string; displayName: string; role: MemberRole; isGuest: boolean }
type Row = RoomRow & { version: number; currentQueueId: string | null; isPlaying: boolean; position: number } & {
  positionAt: Date
  closedAt: Date | null
  me: (Person & { isBanned: boolean; hasLeft: boolean }) | null
  queue: ItemRow[] | null
  nowPlaying: ItemRow | null
  skipVotes: string[] | null
  members: (MemberView & { isHere: boolean; isListening: boolean })[] | null
}

/**
 * Everything a browser draws the room from, as of one instant, in one query whatever the room's size: with several,
 * the version could be older than what it stands for. Refuses as memberOf does.
 */
export async function roomSnapshot(
  input: { viewer: Viewer } & ({ code: string } | { roomId: string }),
): Promise<Result<RoomSnapshot>> {
  const code = 'code' in input ? readCode(input.code) : null
  const roomId = 'roomId' in input ? input.roomId : null
  const [row] = await db().$queryRaw<Row[]>(snapshotSql(code, roomId, personIdOf(input.viewer)))
  if (!row) return ROOM_NOT_FOUND
  const isClosed = row.closedAt !== null
  if (!row.me) return isClosed ? ROOM_CLOSED : NOT_MEMBER
  const { isBanned, hasLeft, ...me } = row.me
  return whyNotThere({ isClosed, isBanned, hasLeft }) ?? ok(snapshotOf(row, me))
}

const longAgo = Prisma.sql`clock_timestamp() - ${LISTENING_MS}::int * interval '1 ms'`

const snapshotSql = (
  code: string | null,
  roomId: string | null,
  personId: string | null,
) => Prisma.sql`/* named: room_snapshot */
  SELECT r."id", r."code", r."name", r."hostId", r."isPublic", r."lockedAt", r."settings", r."createdAt", r."closedAt",
    r."version", r."currentQueueId", r."isPlaying", r."position", r."positionAt",
    CASE WHEN me."id" IS NOT NULL THEN json_build_object('memberId', me."id", 'displayName', me."displayName",
      'role', me."role", 'isGuest', me."userId" IS NULL, 'isBanned', me."bannedAt" IS NOT NULL,
      'hasLeft', me."leftAt" IS NOT NULL) END AS "me",
    (SELECT json_agg(item) FROM (${itemSql(
      Prisma.sql`me."id"`,
      Prisma.sql`WHERE q."roomId" = r."id" AND NOT q."isPlayed" ${IN_ORDER}`,
    )}) item) AS "queue",
    (SELECT row_to_json(item) FROM (${itemSql(Prisma.sql`me."id"`, Prisma.sql`WHERE q."id" = r."currentQueueId"`)}) item)
      AS "nowPlaying",
    (SELECT json_agg(v."memberId") FROM "SkipVote" v WHERE v."queueId" = r."currentQueueId") AS "skipVotes",
    (SELECT json_agg(person) FROM (
      SELECT p."id" AS "memberId", p."displayName", u."avatarUrl", p."role", p."userId" IS NULL AS "isGuest", p."isScreen",
        coalesce(p."userId" = r."hostId", false) AS "isOwner",
        p."joinedAt", p."lastSeenAt" > ${longAgo} AS "isHere", least(p."lastSeenAt", p."lastHeardAt") > ${longAgo} AS "isListening"
      FROM "RoomMember" p LEFT JOIN "User" u ON u."id" = p."userId" WHERE p."roomId" = r."id" AND p."leftAt" IS NULL AND p."bannedAt" IS NULL
      ORDER BY p."joinedAt", p."id"
    ) person) AS "members"
  FROM "Room" r LEFT JOIN "RoomMember" me ON me."roomId" = r."id" AND me."personId" = ${personId}::uuid
  WHERE r."id" = coalesce(${roomId}::uuid, (SELECT "id" FROM "Room" WHERE "code" = ${code}))`

function snapshotOf(row: Row, me: Person): RoomSnapshot {
  const people = row.members ?? []
  return {
    version: row.version,
    room: roomView(row),
    me,
    playback: playbackOf(row),
    nowPlaying: row.nowPlaying && itemOf(row.nowPlaying),
    queue: (row.queue ?? []).map(itemOf),
    skipVotes: row.skipVotes ?? [],
    members: people.map(({ isHere: _, isListening: __, joinedAt, ...person }) => ({
      ...person,
      joinedAt: new Date(joinedAt).toISOString(),
    })),
    listening: people.filter(({ isListening }) => isListening).map(({ memberId }) => memberId),
    silent: people.filter(({ isHere, isListening }) => isHere && !isListening).map(({ memberId }) => memberId),
  }
}
