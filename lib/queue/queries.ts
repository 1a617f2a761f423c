import { readCursor, writeCursor } from '@/lib/cursor'
import { db, Prisma, type Tx } from '@/lib/db'
import { ok, type Result } from '@/lib/result'
import { comeback } from './comeback'
import { IN_ORDER, type ItemRow, itemOf, itemSql } from './rows'
import type { HistoryInput, QueueItem, QueuePage } from './schema'

type Reader = Pick<Tx, '$queryRaw'>
type ForMember = { roomId: string; memberId: string }

/** One item as events carry it: votedByMe is false. */
export async function queueItem(queueId: string, reader: Reader = db()): Promise<QueueItem | null> {
  const [row] = await reader.$queryRaw<ItemRow[]>(
    itemSql(Prisma.sql`NULL::uuid`, Prisma.sql`WHERE q."id" = ${queueId}::uuid`),
  )
  return row ? itemOf(row) : null
}

/** What waits, in order: one read of the index (roomId, isPlayed, turn, votes desc, order). */
export async function upNext({ roomId, memberId }: ForMember, reader: Reader = db()): Promise<QueueItem[]> {
  const where = Prisma.sql`WHERE q."roomId" = ${roomId}::uuid AND NOT q."isPlayed" ${IN_ORDER}`
  return (await reader.$queryRaw<ItemRow[]>(itemSql(Prisma.sql`${memberId}::uuid`, where))).map(itemOf)
}

/** What comes back when nothing waits any more, as things stand: a vote or an add may change it until then. */
export async function comingBack(roomId: string): Promise<{ item: QueueItem | null }> {
  const song = await comeback(db(), roomId)
  return { item: song && (await queueItem(song.id)) }
}

/** What has played, the newest first; without what is on now. Refuses `invalid_input` for a cursor that no page gave. */
export async function history({
  roomId,
  memberId,
  limit,
  cursor,
}: ForMember & HistoryInput): Promise<Result<QueuePage>> {
  const place = readCursor(cursor)
  if (!place.ok) return place
  const before = place.value
  const older = before
    ? Prisma.sql`AND (q."playedAt", q."id") < (${before.at}::timestamptz, ${before.id}::uuid)`
    : Prisma.empty
  const where = Prisma.sql`WHERE q."roomId" = ${roomId}::uuid AND q."isPlayed" ${older}
      AND NOT EXISTS (SELECT FROM "Room" r WHERE r."currentQueueId" = q."id")
    ORDER BY q."playedAt" DESC, q."id" DESC LIMIT ${limit + 1}`
  const rows = await db().$queryRaw<ItemRow[]>(itemSql(Prisma.sql`${memberId}::uuid`, where))
  const items = rows.slice(0, limit).map(itemOf)
  const last = items.at(-1)
  const nextCursor =
    last?.playedAt && rows.length > limit ? writeCursor({ at: new Date(last.playedAt), id: last.queueId }) : null
  return ok({ items, nextCursor })
}
