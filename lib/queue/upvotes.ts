import { db } from '@/lib/db'
import { upvoteOneSql } from './upvote-one-sql'
import { type Locked, upvoteSql, type VoteIds, type VoteRow } from './upvote-sql'

// Votes that come in while others are on their way to the database go together as one statement. A hot song's votes
// would otherwise queue up for its room's row one by one, each with a round trip and a commit of its own.

type Waiting = { vote: VoteIds; resolve: (row: VoteRow | null) => void; reject: (error: unknown) => void }

/** Enough for a crowd, and few enough to keep a statement in the milliseconds. */
const MOST = 32
/** Statements at once: while one commits, the next is planned. */
const AT_ONCE = 2

let underWay = 0
const waiting: Waiting[] = []
/** Votes for streams whose room was held by somebody else, each with its own line: they wait without the others. */
const held = new Map<string, Waiting[]>()

/** Null when the member may not vote for the stream. */
export function insertUpvote(vote: VoteIds): Promise<VoteRow | null> {
  return new Promise((resolve, reject) => {
    const line = held.get(vote.streamId)
    if (line) line.push({ vote, resolve, reject })
    else {
      waiting.push({ vote, resolve, reject })
      if (underWay < AT_ONCE) void flush()
    }
  })
}

async function flush() {
  underWay++
  while (waiting.length > 0) {
    const left = await insertTogether(waiting.splice(0, MOST), 'skip')
    for (const one of left) hold(one)
  }
  underWay--
}

function hold(one: Waiting) {
  const { streamId } = one.vote
  const line = held.get(streamId)
  if (line) line.push(one)
  else void flushHeld(streamId, [one])
}

async function flushHeld(streamId: string, line: Waiting[]) {
  held.set(streamId, line)
  // After whoever is being held in the same turn.
  await Promise.resolve()
  while (line.length > 0) {
    const left = await insertTogether(line.splice(0, MOST), 'wait')
    for (const { resolve } of left) resolve(null)
  }
  held.delete(streamId)
}

/** Answers those that have one, and returns the others. Never throws. */
async function insertTogether(batch: Waiting[], locked: Locked): Promise<Waiting[]> {
  try {
    const rows = await db().$queryRaw<VoteRow[]>(insertSql(distinct(batch), locked))
    const byKey = new Map(rows.map((row) => [keyOf(row), row]))
    return batch.filter(({ vote, resolve }) => {
      const key = keyOf(vote)
      const row = byKey.get(key)
      if (!row) return true
      resolve(row)
      // A second click in the same batch changed nothing.
      byKey.set(key, { ...row, isChanged: false })
      return false
    })
  } catch (error) {
    return rejectOrSeparate(batch, error)
  }
}

/** What is wrong with one vote is no matter of the others': each gets its own try. */
async function rejectOrSeparate(batch: Waiting[], error: unknown): Promise<Waiting[]> {
  if (batch.length === 1) {
    for (const { reject } of batch) reject(error)
    return []
  }
  const left = await Promise.all(batch.map((one) => insertTogether([one], 'wait')))
  for (const { resolve } of left.flat()) resolve(null)
  return []
}

function insertSql(votes: VoteIds[], locked: Locked) {
  const [first, ...others] = votes
  return first && others.length === 0 ? upvoteOneSql(first, locked) : upvoteSql(votes, locked)
}

function distinct(batch: Waiting[]): VoteIds[] {
  return [...new Map(batch.map(({ vote }) => [keyOf(vote), vote])).values()]
}

const keyOf = ({ streamId, memberId }: VoteIds) => `${streamId} ${memberId}`.toLowerCase()
