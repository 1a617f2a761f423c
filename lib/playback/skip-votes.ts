import { publish } from '@/lib/bus'
import { db, type Tx } from '@/lib/db'
import type { RoomEvent } from '@/lib/events'
import { ok, type Result, refuse } from '@/lib/result'
import { bumpVersion, LISTENING_MS, lockPlace, type Place } from '@/lib/rooms/place'
import { can } from '@/lib/rooms/rules'
import { roomSettings } from '@/lib/rooms/schema'
import { apply, lockStanding, type Outcome, tell } from './apply'
import type { RoomStanding } from './queries'
import { skipsNeeded } from './skip-rule'
import { DEFAULT_LEAD_MS } from './transitions'

type Voting = {
  memberId: string
  /** The song that the person saw; what is on when nobody says. */
  queueId?: string | undefined
  isWanted: boolean
  /** memberIds of those whose browsers are connected; by the database's last sign of them when nobody knows better. */
  here?: string[] | undefined
  leadMs?: number
}

export type SkipState = { votes: number; needed: number; isSkipped: boolean; version: number }

type Voted = { roomId: string; state: SkipState; outcome?: Outcome; event?: RoomEvent }

/**
 * A vote to skip what is on, or its taking back. The vote that is enough skips, exactly once. Idempotent.
 * Refuses `no_skip_vote`, `nothing_to_play`, `stream_played` when another song is on by now, and as lockPlace does.
 */
export async function voteToSkip({ leadMs = DEFAULT_LEAD_MS, ...vote }: Voting): Promise<Result<SkipState>> {
  const voted = await db().$transaction(async (tx) => {
    const place = await lockPlace(tx, vote.memberId)
    if (!place.ok) return place
    const standing = await lockStanding(tx, place.value.roomId)
    const { role, settings } = place.value
    if (!settings.skipPercent || !can(role, 'skip:vote')) return NO_VOTE
    if (!standing?.queueId) return NOTHING_PLAYS
    if (vote.queueId && vote.queueId !== standing.queueId) return IS_OVER
    return ok(await count(tx, { ...place.value, standing, percent: settings.skipPercent }, { leadMs, ...vote }))
  })
  if (!voted.ok) return voted
  const { roomId, state, outcome, event } = voted.value
  if (outcome) await tell(roomId, outcome)
  if (event) await publish({ roomId, event })
  return ok(state)
}

type Here = { standing: RoomStanding; percent: number }

async function count(
  tx: Tx,
  { roomId, memberId, standing, percent }: Place & Here,
  { isWanted, here, leadMs }: Voting & { leadMs: number },
): Promise<Voted> {
  const queueId = standing.queueId ?? ''
  const key = { queueId, memberId }
  const { count: changed } = isWanted
    ? await tx.skipVote.createMany({ data: [key], skipDuplicates: true })
    : await tx.skipVote.deleteMany({ where: key })
  const votes = await tally(tx, { roomId, queueId, percent, here, voter: memberId })
  if (isWanted && votes.isEnough) {
    const outcome = await skip(tx, standing, leadMs)
    return { roomId, outcome, state: { ...votes.counts, isSkipped: true, version: outcome.playback.version } }
  }
  const version = changed ? await bumpVersion(tx, roomId) : standing.version
  const state = { ...votes.counts, isSkipped: false, version }
  if (!changed) return { roomId, state }
  return { roomId, state, event: { type: 'skip:voted', version, queueId, memberId, isWanted } }
}

/** Others are here now: the votes may be enough for them. True when that skipped the song. */
export async function recountSkipVotes(roomId: string, here: string[]): Promise<boolean> {
  const isWanted = { nowPlaying: { skips: { some: {} } } }
  if (!(await db().room.findFirst({ where: { id: roomId, ...isWanted }, select: { id: true } }))) return false
  const outcome = await db().$transaction(async (tx) => {
    const standing = await lockStanding(tx, roomId)
    if (!standing?.queueId || standing.isClosed) return null
    const { settings } = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { settings: true } })
    const percent = roomSettings.parse(settings).skipPercent
    if (!percent) return null
    const { isEnough } = await tally(tx, { roomId, queueId: standing.queueId, percent, here })
    return isEnough ? skip(tx, standing, DEFAULT_LEAD_MS) : null
  })
  if (outcome) await tell(roomId, outcome)
  return outcome !== null
}

const skip = (tx: Tx, standing: RoomStanding, leadMs: number) =>
  apply(tx, standing, { kind: 'next', isPlaying: standing.isPlaying, at: standing.now + leadMs })

type Tally = { roomId: string; queueId: string; percent: number; here: string[] | undefined; voter?: string }

/** The votes of those who are here, out of those who are. */
async function tally(tx: Tx, { roomId, queueId, percent, here, voter }: Tally) {
  const isHere = here ? { id: { in: here } } : { lastSeenAt: { gt: new Date(Date.now() - LISTENING_MS) } }
  const people = await tx.roomMember.findMany({
    where: { roomId, leftAt: null, bannedAt: null, isScreen: false, OR: voter ? [isHere, { id: voter }] : [isHere] },
    select: { id: true },
  })
  const voters = await tx.skipVote.findMany({ where: { queueId }, select: { memberId: true } })
  const present = new Set(people.map(({ id }) => id))
  const votes = voters.filter(({ memberId }) => present.has(memberId)).length
  const needed = skipsNeeded(present.size, percent)
  return { counts: { votes, needed }, isEnough: votes >= needed }
}

const NO_VOTE = refuse('no_skip_vote', 'This room does not skip by vote. The host and the moderators skip.')
const NOTHING_PLAYS = refuse('nothing_to_play', 'Nothing is on.')
const IS_OVER = refuse('stream_played', 'That song is over already.')
