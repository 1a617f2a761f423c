import { Prisma, type Tx } from '@/lib/db'
import type { QueueMode } from '@/lib/rooms/schema'
import { fairTurns, type Round, turnsOf, type Waiting } from './rules'
import type { QueuePlace } from './schema'

// The turn is written by the events that change it, so that up next stays one read of its index in each mode.
// Every caller holds the lock on the room's row.

/** Undefined when nothing did. */
export type Moved = QueuePlace[] | undefined

type Reader = Pick<Tx, '$queryRaw'>

/** The turn that is on. Songs that autoplay brought back have had their turn before: they are not in it. */
export async function roundOf(tx: Reader, roomId: string): Promise<Round> {
  const [round] = await tx.$queryRaw<Round[]>`
    SELECT r."turn", ARRAY(
      SELECT DISTINCT q."addedBy" FROM "RoomQueue" q
      WHERE q."roomId" = r."id" AND q."isPlayed" AND q."turn" = r."turn"
    ) AS "had" FROM "Room" r WHERE r."id" = ${roomId}::uuid`
  return round ?? { turn: 0, had: [] }
}

export async function waitingIn(tx: Reader, roomId: string): Promise<Waiting[]> {
  return tx.$queryRaw<Waiting[]>`
    SELECT "streamId", "addedBy" AS "memberId", "turn", "votes", "order" FROM "RoomQueue"
    WHERE "roomId" = ${roomId}::uuid AND NOT "isPlayed"`
}

/** The turn of a song that the member adds now; null for one of its own, after all others. */
export async function turnOfNew(
  tx: Tx,
  { roomId, memberId, mode }: { roomId: string; memberId: string; mode: QueueMode },
): Promise<number | null> {
  if (mode === 'votes') return 0
  if (mode === 'manual') return null
  const { turn, had } = await roundOf(tx, roomId)
  const mine = await tx.roomQueue.count({ where: { roomId, isPlayed: false, addedBy: memberId } })
  return turn + (had.includes(memberId) ? 1 : 0) + mine
}

/** After a song has gone or come back: with fair turns those of its adder move up or back. Answers what moved. */
export async function settleTurns(tx: Tx, roomId: string, mode: QueueMode): Promise<Moved> {
  if (mode !== 'fair') return undefined
  const waiting = await waitingIn(tx, roomId)
  return move(tx, waiting, fairTurns(waiting, await roundOf(tx, roomId)))
}

/** The mode begins now, with what waits. Answers what moved. */
export async function beginMode(tx: Tx, roomId: string, mode: QueueMode): Promise<Moved> {
  const waiting = await waitingIn(tx, roomId)
  const round = mode === 'fair' ? await beginRounds(tx, roomId) : { turn: 0, had: [] }
  // The places of songs that were taken out belong to the mode before.
  await tx.stream.updateMany({ where: { roomId, removedTurn: { not: null } }, data: { removedTurn: null } })
  return move(tx, waiting, turnsOf(mode, waiting, round))
}

/** The song that is on has the first turn: no turn before it counts. */
async function beginRounds(tx: Tx, roomId: string): Promise<Round> {
  await tx.$executeRaw`
    UPDATE "Room" r SET "turn" = 1 + greatest(r."turn", (
      SELECT max(q."turn") FROM "RoomQueue" q WHERE q."roomId" = r."id" AND q."isPlayed"
    )) WHERE r."id" = ${roomId}::uuid`
  await tx.$executeRaw`
    UPDATE "RoomQueue" q SET "turn" = r."turn" FROM "Room" r
    WHERE r."id" = ${roomId}::uuid AND q."id" = r."currentQueueId"`
  return roundOf(tx, roomId)
}

async function move(tx: Tx, waiting: Waiting[], turns: Map<string, number>): Promise<Moved> {
  const moved = waiting.flatMap(({ streamId, turn: before, order }) => {
    const turn = turns.get(streamId) ?? before
    return turn === before ? [] : [{ streamId, turn, order }]
  })
  if (moved.length === 0) return undefined
  await writePlaces(tx, moved)
  return moved
}

export async function writePlaces(tx: Tx, places: QueuePlace[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE "RoomQueue" q SET "turn" = moved."turn", "order" = moved."order"
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS moved("streamId" uuid, "turn" int, "order" int)
    WHERE q."streamId" = moved."streamId"`)
}
