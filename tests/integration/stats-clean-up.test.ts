import { expect, test } from 'vitest'
import { closeDb, db } from '@/lib/db'
import { addStream, upvoteStream } from '@/lib/queue/mutations'
import { clearQuietCounts } from '@/lib/stats/clean-up'
import { createGuest, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import '../support/bus-events'
import { granted } from '../support/results'

const QUIET = 24_000
const SONGS = 12

/** Many quiet rows of rooms that are gone, and between them those of songs that can still be liked. */
async function createQuietSongs() {
  const { room, host } = await createRoom()
  const streamIds: string[] = []
  for (let i = 0; i < SONGS; i++) {
    const { id: trackId } = await createTrack()
    streamIds.push(granted(await addStream({ memberId: host.id, trackId })).streamId)
    await db().$transaction(async (tx) => {
      // Without the rows that they refer to.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRaw`
        INSERT INTO "RoomStreamTrending" ("roomId", "streamId", "trackId", "extractedId", "trendingScore")
        SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', 7 FROM generate_series(1, ${QUIET / SONGS}::int)`
    })
  }
  await db().$executeRaw`
    UPDATE "RoomStreamTrending" SET "recentUpvotes" = 4, "recentPlays" = 1, "windowStart" = now() - interval '25 hours'`
  return { roomId: room.id, streamIds }
}

test('a like waits less than 50 ms for the clean-up of a big table, and no score changes', async () => {
  const { roomId, streamIds } = await createQuietSongs()
  const fans = await Promise.all(Array.from({ length: 12 }, () => createGuest(roomId)))
  // PostgreSQL gives up a statement that waits any longer for somebody else's lock.
  await db().$executeRawUnsafe(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET lock_timeout = 50', current_database()); END $$`,
  )
  await closeDb()
  let isOver = false
  const cleaning = clearQuietCounts().finally(() => {
    isOver = true
  })
  let likes = 0
  for (const { id: memberId } of fans)
    for (const streamId of streamIds) {
      if (isOver) break
      granted(await upvoteStream({ memberId, streamId }))
      likes++
    }
  expect(await cleaning).toBeGreaterThan(QUIET - SONGS)
  expect(likes).toBeGreaterThan(10)
  const [row] = await db().$queryRaw<[{ counts: bigint; scores: number }]>`
    SELECT sum("recentUpvotes") AS "counts", count(*) FILTER (WHERE "trendingScore" = 7)::int AS "scores" FROM "RoomStreamTrending"`
  expect(row).toEqual({ counts: BigInt(likes), scores: QUIET })
})
