import { db } from '@/lib/db'
import { type MessageRow, messageOf } from './rows'
import { type ChatMessage, KEPT_MESSAGES } from './schema'

/** What was said in the room lately, the oldest first. */
export async function roomMessages({ roomId }: { roomId: string }): Promise<{ items: ChatMessage[] }> {
  const rows = await db().$queryRaw<MessageRow[]>`
    SELECT m."id", m."memberId", p."displayName", m."text", m."createdAt"
    FROM "RoomMessage" m JOIN "RoomMember" p ON p."id" = m."memberId"
    WHERE m."roomId" = ${roomId}::uuid ORDER BY m."createdAt" DESC, m."id" DESC LIMIT ${KEPT_MESSAGES}`
  return { items: rows.map(messageOf).reverse() }
}
