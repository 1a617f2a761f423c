import type { Tx } from '@/lib/db'
import { countedPeopleDaysSql, countedRoomDaysSql } from './day-counts'

// The caller holds the lock on the room's row, so nobody else writes the room's days meanwhile.

export async function rebuildPeopleDays(tx: Tx, roomId: string): Promise<void> {
  await tx.userDailyStats.deleteMany({ where: { roomId } })
  await tx.$executeRaw`
    INSERT INTO "UserDailyStats" ("userId", "day", "roomId", "added", "likesGot", "likesGiven") ${countedPeopleDaysSql(roomId)}`
}

export async function rebuildRoomDays(tx: Tx, roomId: string): Promise<void> {
  await tx.roomDailyStats.deleteMany({ where: { roomId } })
  await tx.$executeRaw`
    INSERT INTO "RoomDailyStats" ("roomId", "day", "added", "likes", "plays") ${countedRoomDaysSql(roomId)}`
}
