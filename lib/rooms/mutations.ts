import { lockActor, writeAudit } from '@/lib/admin/audit'
import type { Viewer } from '@/lib/auth/viewer'
import { publish } from '@/lib/bus'
import { db, Prisma, type Tx } from '@/lib/db'
import { startIfIdle } from '@/lib/playback/mutations'
import { beginMode } from '@/lib/queue/turns'
import { ok, type Result, refuse } from '@/lib/result'
import { newCode, readCode } from './code'
import { lockPlace, lockRoom } from './place'
import { can } from './rules'
import { type CreateRoomInput, type RoomView, roomSettings, type UpdateRoomInput } from './schema'
import { roomSelect, roomView } from './views'

/** The user hosts it and is its first member. Refuses `session_ended` when the account is gone. */
export async function createRoom({
  userId,
  settings,
  ...room
}: { userId: string } & CreateRoomInput): Promise<Result<RoomView>> {
  const user = await db().user.findUnique({ where: { id: userId }, select: { displayName: true } })
  if (!user) return refuse('session_ended', 'Your account is gone. Sign up again to open a room.')
  const host = { userId, personId: userId, displayName: user.displayName, role: 'host' } as const
  const data = { ...room, settings: roomSettings.parse(settings ?? {}), hostId: userId, members: { create: host } }
  return ok(roomView(await withFreeCode((code) => db().room.create({ data: { ...data, code }, select: roomSelect }))))
}

/** Codes are never looked up first: the unique key decides, and a collision gets another code. */
export async function withFreeCode<T>(create: (code: string) => Promise<T>, nextCode = newCode): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await create(nextCode())
    } catch (error) {
      const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
      if (!isTaken || tries === MOST_TRIES) throw error
    }
  }
}

const MOST_TRIES = 10

type Changes = { memberId: string; changes: UpdateRoomInput }

/** Refuses `forbidden` to all but the host, `room_closed`, `not_member`. What is so already changes nothing. */
export async function updateRoom({ memberId, changes }: Changes): Promise<Result<RoomView>> {
  const updated = await db().$transaction(async (tx) => {
    const place = await lockPlace(tx, memberId)
    if (!place.ok) return place
    if (!can(place.value.role, 'room:update')) return refuse('forbidden', 'Only the host changes the room.')
    return ok(await change(tx, place.value.roomId, changes))
  })
  if (!updated.ok) return updated
  const { room, version, places } = updated.value
  if (version !== null) await publish({ roomId: room.id, event: { type: 'room:changed', version, room, places } })
  // From now on the music may not have run out.
  if (changes.settings?.whenEmpty) await startIfIdle(room.id)
  return ok(room)
}

async function change(tx: Tx, roomId: string, { isLocked, settings, ...rest }: UpdateRoomInput) {
  const before = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: roomSelect })
  const view = roomView(before)
  const wanted = { ...view, ...rest, isLocked: isLocked ?? view.isLocked, settings: { ...view.settings, ...settings } }
  if (JSON.stringify(wanted) === JSON.stringify(view)) return { room: view, version: null }
  const { queueMode } = wanted.settings
  const places = queueMode === view.settings.queueMode ? undefined : await beginMode(tx, roomId, queueMode)
  const { version, ...after } = await tx.room.update({
    where: { id: roomId },
    data: {
      name: wanted.name,
      isPublic: wanted.isPublic,
      settings: wanted.settings,
      lockedAt: wanted.isLocked ? (before.lockedAt ?? new Date()) : null,
      version: { increment: 1 },
    },
    select: { ...roomSelect, version: true },
  })
  return { room: roomView(after), version, places }
}

/** For the host, and for those who run the installation, whose deed is written down. Refuses `room_not_found`, `room_closed`, `forbidden`. */
export async function closeRoom({ code, viewer }: { code: string; viewer: Viewer }): Promise<Result<void>> {
  const closed = await db().$transaction(async (tx) => {
    const room = await lockRoom(tx, readCode(code))
    if (!room.ok) return room
    const { id: roomId, hostId } = room.value
    if (viewer.kind !== 'user') return ONLY_THE_HOST
    const actor = viewer.userId === hostId ? null : await lockActor(tx, viewer.userId, 'rooms:close')
    if (actor && !actor.ok) return ONLY_THE_HOST
    const { version, name } = await tx.room.update({
      where: { id: roomId },
      data: { closedAt: new Date(), isPlaying: false, version: { increment: 1 } },
      select: { version: true, name: true },
    })
    if (actor) await writeAudit(tx, actor.value, { action: 'room:close', targetId: roomId, targetName: name })
    return ok({ roomId, version })
  })
  if (!closed.ok) return closed
  const { roomId, version } = closed.value
  await publish({ roomId, event: { type: 'room:closed', version } })
  return ok(undefined)
}

const ONLY_THE_HOST = refuse('forbidden', 'Only the host closes the room.')
