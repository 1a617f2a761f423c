import { Prisma, queryPromptly } from '@/lib/db'
import { rolesThat } from '@/lib/rooms/rules'
import type { Outcome } from './apply'
import { standingFor } from './queries'
import type { PlaybackCommand } from './schema'
import { command, type Standing, type Transition } from './transitions'

/** Where the music stands, at the instant `now` of the shared clock. */
export type StandingNow = Standing & { now: number }

/** `known`: as the caller has last heard. When that is out of date, it costs one more look. */
export type Commanding = {
  roomId: string
  memberId: string
  leadMs: number
  wanted: PlaybackCommand
  known?: StandingNow | null | undefined
}

type Setting = Extract<Transition, { kind: 'set' }>

/** What leaves the song on needs no lock. Null for what does not, or must be refused, or was overtaken. */
export async function commandAtOnce({ known, ...commanding }: Commanding): Promise<Outcome | null> {
  const { roomId, memberId, leadMs, wanted } = commanding
  const setting = known && settingFor(known, commanding)
  const done = setting && (await setAtOnce(known, setting, commanding))
  if (done) return done
  const standing = await standingFor(roomId, memberId)
  if (!standing?.queueId) return null
  const transition = command(standing, wanted, { now: standing.now, leadMs })
  if (transition.kind === 'stay') return { playback: standing, event: null }
  return transition.kind === 'set' ? setAtOnce(standing, transition, commanding) : null
}

function settingFor(known: StandingNow, { wanted, leadMs }: Commanding): Setting | null {
  const transition = command(known, wanted, { now: known.now, leadMs })
  return known.queueId !== null && transition.kind === 'set' ? transition : null
}

/**
 * In one statement, if the music still stands as it did, the member may, and nobody else is changing the room. Null when
 * not: then it is worth a transaction, which waits for the others. Whoever changes a member's place or role holds the
 * room and moves its version on, so that the version tells whether the member was read in time.
 */
async function setAtOnce(
  standing: Standing,
  { isPlaying, positionMs, at }: Setting,
  { roomId, memberId }: Commanding,
): Promise<Outcome | null> {
  const { queueId } = standing
  const [room] = await queryPromptly<{ version: number }>(Prisma.sql`/* named: set_playback */
    WITH allowed AS MATERIALIZED (
      SELECT r."id" FROM "Room" r JOIN "RoomMember" m ON m."id" = ${memberId}::uuid AND m."roomId" = r."id"
      WHERE r."id" = ${roomId}::uuid AND r."closedAt" IS NULL AND r."currentQueueId" = ${queueId}::uuid
        AND r."isPlaying" = ${standing.isPlaying} AND r."position" = ${standing.positionMs}::int
        AND r."positionAt" = ${new Date(standing.at)}::timestamptz
        AND m."leftAt" IS NULL AND m."bannedAt" IS NULL AND m."role"::text = ANY(${rolesThat('playback:command')})
        AND r."version" = (SELECT seen."version" FROM "Room" seen WHERE seen."id" = ${roomId}::uuid)
      FOR NO KEY UPDATE OF r SKIP LOCKED
    )
    UPDATE "Room" r SET "isPlaying" = ${isPlaying}, "position" = ${positionMs}::int,
      "positionAt" = ${new Date(at)}::timestamptz, "version" = r."version" + 1, "updatedAt" = now()
    FROM allowed WHERE r."id" = allowed."id"
    RETURNING r."version"`)
  if (!room) return null
  const playback = { version: room.version, queueId, isPlaying, positionMs, at: Math.trunc(at) }
  return { playback, event: { type: 'playback:changed', version: room.version, playback } }
}
