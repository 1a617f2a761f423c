import { publish } from '@/lib/bus'
import { db } from '@/lib/db'
import { ok, type Result } from '@/lib/result'
import { readCode } from '@/lib/rooms/code'
import { lockRoom } from '@/lib/rooms/place'
import { lockActor, writeAudit } from './audit'

type Closing = { actorId: string; code: string; reason: string }

/** Its people are told the reason. Refuses `forbidden`, `room_not_found`, `room_closed`. */
export async function closeAnyRoom({ actorId, code, reason }: Closing): Promise<Result<void>> {
  const closed = await db().$transaction(async (tx) => {
    const room = await lockRoom(tx, readCode(code))
    if (!room.ok) return room
    const actor = await lockActor(tx, actorId, 'rooms:close')
    if (!actor.ok) return actor
    const { id: roomId } = room.value
    const { version, name } = await tx.room.update({
      where: { id: roomId },
      data: { closedAt: new Date(), isPlaying: false, version: { increment: 1 } },
      select: { version: true, name: true },
    })
    await writeAudit(tx, actor.value, { action: 'room:close', targetId: roomId, targetName: name, details: { reason } })
    return ok({ roomId, version })
  })
  if (!closed.ok) return closed
  const { roomId, version } = closed.value
  await publish({ roomId, event: { type: 'room:closed', version, reason } })
  return ok(undefined)
}
