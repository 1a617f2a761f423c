import { type TrackRow, trackSummary } from '@/lib/catalog/track-view'
import { db, Prisma } from '@/lib/db'
import { trackJson } from '@/lib/queue/rows'
import { LISTENING_MS } from '@/lib/rooms/place'
import { afterCursor, contains, pageOf } from './pages'
import {
  type AuditInput,
  type AuditRow,
  PAGE_SIZE,
  type Page,
  type PeopleInput,
  type PersonRow,
  type RoomRow,
  type RoomsInput,
  type SongRow,
  type SongsInput,
} from './schema'

const MORE = PAGE_SIZE + 1

/** The role that the account has now, whatever its session says; null when it is gone. */
export async function roleOf(userId: string): Promise<PersonRow['role'] | null> {
  return (await db().user.findUnique({ where: { id: userId }, select: { role: true } }))?.role ?? null
}

type Found<T> = Omit<T, 'createdAt' | 'track'> & { id: string; createdAt: Date }

/** Uploaded songs, the newest first. */
export async function listSongs({ q, cursor, status }: SongsInput): Promise<Page<SongRow>> {
  const rows = await db().$queryRaw<(Found<Omit<SongRow, 'songId'>> & { track: TrackRow | null })[]>`
    SELECT x."id", x."title", x."artist", x."status"::text, x."failure", x."createdAt", u."displayName" AS "uploader",
      coalesce((x."metadata" -> 'isExplicit')::boolean, false) AS "isExplicit",
      CASE WHEN t."id" IS NOT NULL THEN ${trackJson} END AS "track"
    FROM (
      SELECT * FROM "Song" x WHERE ${afterCursor(cursor)}
        ${status ? Prisma.sql`AND x."status" = ${status}::"SongStatus"` : Prisma.empty}
        ${q ? Prisma.sql`AND (x."title" || ' ' || x."artist") ILIKE ${contains(q)}` : Prisma.empty}
      ORDER BY x."createdAt" DESC, x."id" DESC LIMIT ${MORE}
    ) x
    LEFT JOIN "Track" t ON t."id" = x."trackId"
    LEFT JOIN "Song" so ON so."id" = x."id"
    LEFT JOIN "User" u ON u."id" = x."uploaderId"
    ORDER BY x."createdAt" DESC, x."id" DESC`
  return pageOf(rows, ({ id: songId, createdAt, track, ...row }) => ({
    ...row,
    songId,
    createdAt: createdAt.toISOString(),
    track: track && trackSummary(track),
  }))
}

/** Accounts, the newest first: by name, username or e-mail address. */
export async function listPeople({ q, cursor, role }: PeopleInput): Promise<Page<PersonRow>> {
  const rows = await db().$queryRaw<Found<Omit<PersonRow, 'userId'>>[]>`
    SELECT x.*,
      (SELECT count(*)::int FROM "Room" r WHERE r."hostId" = x."id" AND r."closedAt" IS NULL) AS "rooms",
      (SELECT count(*)::int FROM "Song" s WHERE s."uploaderId" = x."id") AS "songs"
    FROM (
      SELECT "id", "username", "displayName", "email", "role"::text, "createdAt" FROM "User" x WHERE ${afterCursor(cursor)}
        ${role ? Prisma.sql`AND x."role" = ${role}::"UserRole"` : Prisma.empty}
        ${q ? Prisma.sql`AND (x."username" || ' ' || x."displayName" || ' ' || x."email") ILIKE ${contains(q)}` : Prisma.empty}
      ORDER BY x."createdAt" DESC, x."id" DESC LIMIT ${MORE}
    ) x
    ORDER BY x."createdAt" DESC, x."id" DESC`
  return pageOf(rows, ({ id: userId, createdAt, ...row }) => ({ ...row, userId, createdAt: createdAt.toISOString() }))
}

type FoundRoom = Omit<RoomRow, 'createdAt' | 'nowPlaying'> & { id: string; createdAt: Date; track: TrackRow | null }

/** Open rooms, private ones too, the newest first. */
export async function listRooms({ q, cursor }: RoomsInput): Promise<Page<RoomRow>> {
  const rows = await db().$queryRaw<FoundRoom[]>`
    SELECT x."id", x."code", x."name", x."isPublic", x."isPlaying", x."createdAt", h."displayName" AS "hostName",
      (SELECT count(*)::int FROM "RoomMember" m WHERE m."roomId" = x."id" AND m."leftAt" IS NULL AND m."bannedAt" IS NULL
        AND least(m."lastSeenAt", m."lastHeardAt") > clock_timestamp() - ${LISTENING_MS}::int * interval '1 ms') AS "listening",
      (SELECT count(*)::int FROM "RoomMember" m WHERE m."roomId" = x."id" AND m."leftAt" IS NULL AND m."bannedAt" IS NULL)
        AS "members",
      CASE WHEN t."id" IS NOT NULL THEN ${trackJson} END AS "track"
    FROM (
      SELECT * FROM "Room" x WHERE x."closedAt" IS NULL AND ${afterCursor(cursor)}
        ${q ? Prisma.sql`AND (x."name" ILIKE ${contains(q)} OR x."code" = upper(${q.replaceAll(/\W/g, '')}))` : Prisma.empty}
      ORDER BY x."createdAt" DESC, x."id" DESC LIMIT ${MORE}
    ) x
    JOIN "User" h ON h."id" = x."hostId"
    LEFT JOIN "RoomQueue" q ON q."id" = x."currentQueueId"
    LEFT JOIN "Stream" s ON s."id" = q."streamId"
    LEFT JOIN "Track" t ON t."id" = s."trackId"
    LEFT JOIN "Song" so ON so."trackId" = t."id"
    ORDER BY x."createdAt" DESC, x."id" DESC`
  return pageOf(rows, ({ id: _id, createdAt, track, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    nowPlaying: track && trackSummary(track),
  }))
}

/** What admins and moderators did, the latest first: by who did it, or to whom or what. */
export async function listAudit({ q, cursor, action }: AuditInput): Promise<Page<AuditRow>> {
  const rows = await db().$queryRaw<(Omit<AuditRow, 'at'> & { createdAt: Date })[]>`
    SELECT x."id", x."at" AS "createdAt", x."actorId", x."actorName", x."action", x."targetId", x."targetName", x."details"
    FROM "AuditEntry" x WHERE ${afterCursor(cursor, 'at')}
      ${action ? Prisma.sql`AND x."action" = ${action}` : Prisma.empty}
      ${q ? Prisma.sql`AND (x."actorName" || ' ' || x."targetName" || ' ' || x."details"::text) ILIKE ${contains(q)}` : Prisma.empty}
    ORDER BY x."at" DESC, x."id" DESC LIMIT ${MORE}`
  return pageOf(rows, ({ createdAt, ...row }) => ({ ...row, at: createdAt.toISOString() }))
}
