import { db } from '@/lib/db'
import { log } from '@/lib/log'

/** Notes in the database that these members are here: one statement, whatever their number. */
export async function touch(memberIds: string[]): Promise<void> {
  if (memberIds.length === 0) return
  try {
    await db().$executeRaw`UPDATE "RoomMember" SET "lastSeenAt" = now() WHERE "id" = ANY(${memberIds}::uuid[])`
  } catch (error) {
    log.warn({ err: error }, 'Who is here could not be noted.')
  }
}

/** Calls `beat` again and again until stopped. */
export function repeat(everyMs: number, beat: () => void): () => void {
  const timer = setInterval(beat, everyMs)
  return () => clearInterval(timer)
}
