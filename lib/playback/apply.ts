import { publish } from '@/lib/bus'
import { invalidateSoon } from '@/lib/cache/invalidate'
import { trending } from '@/lib/cache/kinds/trending'
import { db, type Tx } from '@/lib/db'
import type { PlaybackChanged } from '@/lib/events'
import { comeback } from '@/lib/queue/comeback'
import { queueItem } from '@/lib/queue/queries'
import { playbackOf, playbackSelect, type RoomStanding, standings } from './queries'
import type { Playback } from './state'
import type { Transition } from './transitions'

type Reader = Pick<Tx, 'roomQueue' | '$queryRaw'>
export type Outcome = { playback: Playback; event: PlaybackChanged | null }

/** Decides by where the room stands, under its lock. True when that changed something. */
export async function moveOn(roomId: string, decide: (standing: RoomStanding) => Transition): Promise<boolean> {
  const outcome = await db().$transaction(async (tx) => {
    const standing = await lockStanding(tx, roomId)
    return standing && !standing.isClosed ? apply(tx, standing, decide(standing)) : null
  })
  if (!outcome?.event) return false
  await tell(roomId, outcome)
  return true
}

/** Locks the room's row before anything is read, so that the one who waited sees what the other one did. */
export async function lockStanding(tx: Tx, roomId: string): Promise<RoomStanding | undefined> {
  await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ${roomId}::uuid FOR NO KEY UPDATE`
  const [standing] = await standings([roomId], tx)
  return standing
}

/** The caller holds the lock, and tells the room afterwards. */
export async function apply(tx: Tx, standing: RoomStanding, transition: Transition): Promise<Outcome> {
  if (transition.kind === 'stay') return { playback: standing, event: null }
  const { roomId } = standing
  const isNext = transition.kind === 'next'
  const next = isNext ? await startNext(tx, standing, transition.at) : null
  const queueId = isNext ? (next?.id ?? null) : standing.queueId
  if (isNext && standing.queueId) await tx.skipVote.deleteMany({ where: { queueId: standing.queueId } })
  const room = await tx.room.update({
    where: { id: roomId },
    data: {
      currentQueueId: queueId,
      // A song that comes back has had its turn.
      ...(next?.turn === undefined ? {} : { turn: next.turn }),
      isPlaying: transition.isPlaying,
      position: isNext ? 0 : transition.positionMs,
      positionAt: new Date(transition.at),
      version: { increment: 1 },
    },
    select: playbackSelect,
  })
  const playback = playbackOf(room)
  const event = { type: 'playback:changed', version: playback.version, playback } as const
  if (!isNext) return { playback, event }
  return { playback, event: { ...event, nowPlaying: queueId === null ? null : await queueItem(queueId, tx) } }
}

async function startNext(tx: Tx, standing: RoomStanding, at: number) {
  const next = await nextUp(tx, standing.roomId)
  if (!next) return null
  await tx.roomQueue.update({ where: { id: next.id }, data: { isPlayed: true, playedAt: new Date(at) } })
  return next
}

/** Songs that were taken down, or cannot be had any more, wait on. */
const mayStart = { isPlayed: false, stream: { track: { song: { status: 'ready' } } } } as const

/** What plays next: the head of the queue, else what the room lets come back. */
export async function nextUp(reader: Reader, roomId: string): Promise<{ id: string; turn?: number } | null> {
  return (await topOfQueue(reader, roomId)) ?? (await comeback(reader, roomId))
}

/** The first of what people see as up next. */
function topOfQueue(reader: Reader, roomId: string) {
  return reader.roomQueue.findFirst({
    where: { roomId, ...mayStart },
    orderBy: [{ turn: 'asc' }, { votes: 'desc' }, { order: 'asc' }],
    select: { id: true, turn: true },
  })
}

/** After the commit. */
export async function tell(roomId: string, { playback, event }: Outcome): Promise<Playback> {
  if (event) await publish({ roomId, event })
  // The song before may have been heard.
  if (event) invalidateSoon(trending)
  const { version, queueId, isPlaying, positionMs, at } = playback
  return { version, queueId, isPlaying, positionMs, at }
}
