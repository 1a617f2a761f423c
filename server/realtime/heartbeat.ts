import { db, Prisma } from '@/lib/db'
import type { Presence } from '@/lib/events'
import { log } from '@/lib/log'

/**
 * Notes in the database who is here, and who of them hears the room: one statement, whatever their number.
 * `listening` and `silent` are memberIds.
 */
export async function noteSound({ listening, silent }: Presence): Promise<void> {
  await note(Prisma.sql`
    UPDATE "RoomMember" SET "lastSeenAt" = now(),
      "lastHeardAt" = CASE WHEN "id" = ANY(${listening}::uuid[]) THEN now() ELSE 'epoch' END
    WHERE "id" = ANY(${[...listening, ...silent]}::uuid[])`)
}

/** The same, again and again. That somebody is silent here says nothing of their browsers at other processes. */
export async function touch(members: Map<string, boolean>): Promise<void> {
  if (members.size === 0) return
  const listening = [...members.keys()].filter((memberId) => !members.get(memberId))
  await note(Prisma.sql`
    UPDATE "RoomMember" SET "lastSeenAt" = now(),
      "lastHeardAt" = CASE WHEN "id" = ANY(${listening}::uuid[]) THEN now() ELSE "lastHeardAt" END
    WHERE "id" = ANY(${[...members.keys()]}::uuid[])`)
}

async function note(statement: Prisma.Sql): Promise<void> {
  try {
    await db().$executeRaw(statement)
  } catch (error) {
    log.warn({ err: error }, 'Who is here could not be noted.')
  }
}

/** Calls `beat` again and again until stopped. */
export function repeat(everyMs: number, beat: () => void): () => void {
  const timer = setInterval(beat, everyMs)
  return () => clearInterval(timer)
}
