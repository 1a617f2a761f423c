import { expect } from 'vitest'
import { db } from '@/lib/db'
import type { Result } from '@/lib/result'
import { refusalOf } from './results'

/** Holds the room while each of them, one after the other, comes to wait for it; answers what came of each. */
export async function queuedUp(roomId: string, ...steps: (() => Promise<Result<unknown>>)[]) {
  const rows = () => db().$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  const started: Promise<Result<unknown>>[] = []
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ${roomId}::uuid FOR NO KEY UPDATE`
    for (const step of steps) {
      started.push(step())
      await expect.poll(rows).toHaveLength(started.length)
    }
  })
  return (await Promise.all(started)).map(refusalOf)
}
