import { Prisma, type Tx } from '@/lib/db'
import { rebuildTrending } from '@/lib/stats/rebuild'
import { recount } from '@/lib/stats/rebuild-all'
import { lockMember } from './place'

type Merge = { roomId: string; fromId: string; intoId: string }

/**
 * Gives all that one member did in the room to another, who is the same person, and ends the first. What both voted for
 * or heard counts once. The caller holds the lock on the room's row, and sums up over all rooms the songs that are
 * returned.
 */
export async function mergeMember(tx: Tx, { roomId, fromId, intoId }: Merge): Promise<string[]> {
  // Words that come in meanwhile wait, and are refused.
  await lockMember(tx, fromId)
  const songs = await tx.$queryRaw<{ trackId: string }[]>`
    SELECT DISTINCT s."trackId" FROM (${inCommon('Upvote', fromId, intoId)} UNION ${inCommon('StreamPlay', fromId, intoId)}) both_of_them
    JOIN "Stream" s ON s."id" = both_of_them."streamId" WHERE s."removedAt" IS NULL`
  for (const { table, key } of OF_ONE_EACH) {
    const name = Prisma.raw(`"${table}"`)
    const ofBoth = Prisma.raw(`"${key}"`)
    await tx.$executeRaw`
      DELETE FROM ${name} a USING ${name} b
      WHERE a."memberId" = ${fromId}::uuid AND b."memberId" = ${intoId}::uuid AND a.${ofBoth} = b.${ofBoth}`
    await tx.$executeRaw`UPDATE ${name} SET "memberId" = ${intoId}::uuid WHERE "memberId" = ${fromId}::uuid`
  }
  await tx.stream.updateMany({ where: { addedBy: fromId }, data: { addedBy: intoId } })
  await tx.roomQueue.updateMany({ where: { addedBy: fromId }, data: { addedBy: intoId } })
  await tx.roomMessage.updateMany({ where: { memberId: fromId }, data: { memberId: intoId } })
  // Whoever waits to vote as the first one finds nobody, and so their vote cannot count beside the other's.
  await tx.roomMember.delete({ where: { id: fromId } })
  await recount(tx, roomId)
  const trackIds = songs.map(({ trackId }) => trackId)
  for (const trackId of trackIds) await rebuildTrending(tx, { roomId, trackId })
  return trackIds
}

const OF_ONE_EACH = [
  { table: 'Upvote', key: 'streamId' },
  { table: 'StreamPlay', key: 'streamId' },
  { table: 'SkipVote', key: 'queueId' },
] as const

const inCommon = (table: 'Upvote' | 'StreamPlay', fromId: string, intoId: string) => Prisma.sql`
  SELECT a."streamId" FROM ${Prisma.raw(`"${table}"`)} a JOIN ${Prisma.raw(`"${table}"`)} b USING ("streamId")
  WHERE a."memberId" = ${fromId}::uuid AND b."memberId" = ${intoId}::uuid`
