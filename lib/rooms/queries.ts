import { personIdOf, type Viewer } from '@/lib/auth/viewer'
import { trackSelect, trackSummary } from '@/lib/catalog/track-view'
import { db } from '@/lib/db'
import { ok, type Result } from '@/lib/result'
import { readCode } from './code'
import { LISTENING_MS, NOT_MEMBER, ROOM_CLOSED, ROOM_NOT_FOUND, type Standing, whyNotThere } from './place'
import { type MemberRole, type RoomCard, type RoomPreview, type RoomSettings, roomSettings } from './schema'
import { roomSelect, roomView } from './views'

export { roomSnapshot } from './snapshot'

export type Membership = {
  roomId: string
  memberId: string
  role: MemberRole
  displayName: string
  isScreen: boolean
  isOwner: boolean
  settings: RoomSettings
  /** Of the room, as of which all this holds. */
  version: number
}

/** The viewer's place in the room. Refuses `room_not_found`, `room_closed`, `banned`, `not_member`. */
export async function memberOf(roomCode: string, viewer: Viewer): Promise<Result<Membership>> {
  const code = readCode(roomCode)
  if (!code) return ROOM_NOT_FOUND
  type Row = Standing & { roomId: string; settings: unknown } & Omit<Membership, 'settings' | 'memberId'>
  const [row] = await db().$queryRaw<(Row & { memberId: string | null })[]>`/* named: member_of */
    SELECT r."id" AS "roomId", r."settings", r."version", m."id" AS "memberId", m."role"::text, m."displayName", m."isScreen",
      coalesce(r."hostId" = m."userId", false) AS "isOwner",
      r."closedAt" IS NOT NULL AS "isClosed", m."bannedAt" IS NOT NULL AS "isBanned", m."leftAt" IS NOT NULL AS "hasLeft"
    FROM "Room" r LEFT JOIN "RoomMember" m ON m."roomId" = r."id" AND m."personId" = ${personIdOf(viewer)}::uuid
    WHERE r."code" = ${code}`
  if (!row) return ROOM_NOT_FOUND
  const { memberId, settings, isClosed, isBanned, hasLeft, ...member } = row
  if (!memberId) return isClosed ? ROOM_CLOSED : NOT_MEMBER
  return (
    whyNotThere({ isClosed, isBanned, hasLeft }) ?? ok({ ...member, memberId, settings: roomSettings.parse(settings) })
  )
}

export type EndedRoom = { id: string; code: string; name: string }

/** A closed room for whoever was in it, also those who had left: its numbers are kept for them. Null for everyone else. */
export async function endedRoom({ code, viewer }: { code: string; viewer: Viewer }): Promise<EndedRoom | null> {
  const [roomCode, personId] = [readCode(code), personIdOf(viewer)]
  if (!roomCode || !personId) return null
  return db().room.findFirst({
    where: { code: roomCode, closedAt: { not: null }, members: { some: { personId, bannedAt: null } } },
    select: { id: true, code: true, name: true },
  })
}

/** Of a room that is there: rooms are closed, but never deleted. */
export async function roomVersion(roomId: string): Promise<number> {
  const { version } = await db().room.findUniqueOrThrow({ where: { id: roomId }, select: { version: true } })
  return version
}

/** For anyone with the code. Refuses `room_not_found`, `room_closed`. */
export async function roomPreview(roomCode: string): Promise<Result<RoomPreview>> {
  const code = readCode(roomCode)
  const room = code && (await db().room.findUnique({ where: { code }, select: previewSelect() }))
  if (!room) return ROOM_NOT_FOUND
  if (room.closedAt) return ROOM_CLOSED
  const track = room.nowPlaying && trackSummary(room.nowPlaying.stream.track)
  return ok({
    code: room.code,
    name: room.name,
    hostName: room.members[0]?.displayName ?? room.host?.displayName ?? 'Somebody',
    listening: room._count.members,
    locked: room.lockedAt !== null,
    nowPlaying: track && { title: track.title, artist: track.artist, coverUrl: track.coverUrl, colour: track.colour },
  })
}

const nowPlaying = { select: { stream: { select: { track: { select: trackSelect } } } } } as const
const isHere = { leftAt: null, bannedAt: null } as const

const hearsSince = (gt: Date) => ({ lastSeenAt: { gt }, lastHeardAt: { gt }, isScreen: false })

const previewSelect = () =>
  ({
    code: true,
    name: true,
    lockedAt: true,
    closedAt: true,
    host: { select: { displayName: true } },
    members: { where: { role: 'host' }, select: { displayName: true } },
    _count: {
      select: { members: { where: { ...isHere, ...hearsSince(new Date(Date.now() - LISTENING_MS)) } } },
    },
    nowPlaying,
  }) as const

/** The open rooms that the user is in, the newest first. */
export async function myRooms(userId: string): Promise<RoomCard[]> {
  const rows = await db().roomMember.findMany({
    where: { userId, ...isHere, room: { closedAt: null } },
    orderBy: { joinedAt: 'desc' },
    take: 50,
    select: {
      role: true,
      joinedAt: true,
      room: {
        select: {
          ...roomSelect,
          isPlaying: true,
          nowPlaying,
          _count: { select: { members: { where: { ...isHere, isScreen: false } } } },
        },
      },
    },
  })
  return rows.map(({ role, joinedAt, room }) => ({
    ...roomView(room),
    role,
    joinedAt: joinedAt.toISOString(),
    isPlaying: room.isPlaying,
    members: room._count.members,
    nowPlaying: room.nowPlaying && trackSummary(room.nowPlaying.stream.track),
  }))
}
