import { randomUUID } from 'node:crypto'
import { publish } from '@/lib/bus'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { NOT_MEMBER, whyNotThere } from '@/lib/rooms/place'
import { can, rolesThat } from '@/lib/rooms/rules'
import { type MessageRow, messageOf } from './rows'
import { type ChatInput, type ChatMessage, KEPT_MESSAGES } from './schema'

type Saying = { memberId: string } & ChatInput

/**
 * Says it to the room. Committed when it answers; with the same messageId it is said once.
 * Refuses `room_closed`, `not_member`, `banned`, `forbidden`, `taken` (somebody else's messageId).
 */
export async function sendMessage({ memberId, messageId = randomUUID(), text }: Saying): Promise<Result<ChatMessage>> {
  const sent = await insertMessage({ memberId, messageId, text })
  if (!sent) return (await whyNotSaid(memberId)) ?? sayAgain({ memberId, messageId })
  const message = await tell(sent)
  await prune(sent.roomId)
  return ok(message)
}

type Said = MessageRow & { roomId: string }

async function tell({ roomId, ...row }: Said): Promise<ChatMessage> {
  const message = messageOf(row)
  await publish({ roomId, chat: message })
  return message
}

/** One statement: who has been banned meanwhile, or whose room has closed, says nothing. */
async function insertMessage({ memberId, messageId, text }: Saying) {
  const [row] = await db().$queryRaw<Said[]>`
    WITH said AS (
      INSERT INTO "RoomMessage" ("id", "roomId", "memberId", "text", "createdAt")
      SELECT ${messageId}::uuid, p."roomId", p."id", ${text}, clock_timestamp()
      FROM "RoomMember" p JOIN "Room" r ON r."id" = p."roomId"
      WHERE p."id" = ${memberId}::uuid AND p."leftAt" IS NULL AND p."bannedAt" IS NULL AND r."closedAt" IS NULL
        AND p."role"::text = ANY(${rolesThat('chat')})
      ON CONFLICT ("id") DO NOTHING
      RETURNING "id", "roomId", "memberId", "text", "createdAt"
    )
    SELECT said.*, p."displayName" FROM said JOIN "RoomMember" p ON p."id" = said."memberId"`
  return row
}

async function whyNotSaid(memberId: string): Promise<Result<never> | null> {
  const member = await db().roomMember.findUnique({
    where: { id: memberId },
    select: { role: true, leftAt: true, bannedAt: true, room: { select: { closedAt: true } } },
  })
  if (!member) return NOT_MEMBER
  const { role, leftAt, bannedAt, room } = member
  const refusal = whyNotThere({ isClosed: room.closedAt !== null, isBanned: !!bannedAt, hasLeft: !!leftAt })
  if (refusal) return refusal
  return can(role, 'chat') ? null : refuse('forbidden', 'You can read along here, and not write.')
}

/** The first answer got lost, and perhaps the news with it. Browsers know a message by its id. */
async function sayAgain({ memberId, messageId }: { memberId: string; messageId: string }) {
  const row = await db().roomMessage.findFirst({
    where: { id: messageId, memberId },
    select: { id: true, roomId: true, memberId: true, text: true, createdAt: true, member: { select: NAME } },
  })
  if (!row) return refuse('taken', 'Another message has this id. Send it with a new one.')
  const { member, ...message } = row
  return ok(await tell({ ...message, ...member }))
}

const NAME = { displayName: true } as const

/** Deletes what is older than the newest. Whoever else is pruning the room at the moment need not wait for us. */
async function prune(roomId: string) {
  await db().$executeRaw`
    DELETE FROM "RoomMessage" WHERE "id" IN (
      SELECT old."id" FROM "RoomMessage" old WHERE old."id" IN (
        SELECT "id" FROM "RoomMessage" WHERE "roomId" = ${roomId}::uuid
        ORDER BY "createdAt" DESC, "id" DESC OFFSET ${KEPT_MESSAGES}
      ) FOR UPDATE SKIP LOCKED
    )`
}

type Removing = { roomId: string; memberId: string; messageId: string }

/** One's own, or anybody's by those who may. Refuses `forbidden`, `not_found` (gone already). */
export async function removeMessage({ roomId, memberId, messageId }: Removing): Promise<Result<void>> {
  const removed = await db().$executeRaw`
    DELETE FROM "RoomMessage" m USING "RoomMember" p
    WHERE m."id" = ${messageId}::uuid AND m."roomId" = ${roomId}::uuid AND p."id" = ${memberId}::uuid
      AND p."roomId" = m."roomId" AND p."leftAt" IS NULL AND p."bannedAt" IS NULL
      AND (m."memberId" = p."id" OR p."role"::text = ANY(${rolesThat('chat:remove-any')}))`
  if (removed === 0) return whyNotRemoved({ roomId, messageId })
  await publish({ roomId, chatRemoved: { messageId } })
  return ok(undefined)
}

async function whyNotRemoved({ roomId, messageId }: Pick<Removing, 'roomId' | 'messageId'>): Promise<Result<never>> {
  const message = await db().roomMessage.findFirst({ where: { id: messageId, roomId }, select: { id: true } })
  return message
    ? refuse('forbidden', 'Only who wrote it and the moderators take a message out.')
    : refuse('not_found', 'This message is gone already.')
}
