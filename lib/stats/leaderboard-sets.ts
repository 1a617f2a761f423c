import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import { log } from '@/lib/log'
import { redis } from '@/lib/redis'
import { type Count, countsOfDay } from './leaderboard-rows'

const dayKey = (date: string) => `leaderboard:songs:daily:${date}`
const weekKey = (week: string) => `leaderboard:songs:weekly:${week}`

/** What a lost command left wrong is gone after this long. */
const DAY_TTL_S = 600
const WEEK_TTL_S = 10

/** The members and scores, the highest first. Throws when Redis is away. */
export async function topOfDay(date: string, most: number): Promise<Count[]> {
  const client = connection()
  const key = dayKey(date)
  return (
    (await read(client, key, most)) ?? ((await rebuildDay(client, date)) ? ((await read(client, key, most)) ?? []) : [])
  )
}

/** The union of its days, kept for ten seconds. */
export async function topOfWeek(week: string, days: string[], most: number): Promise<Count[]> {
  const client = connection()
  const key = weekKey(week)
  const kept = await read(client, key, most)
  if (kept) return kept
  for (const date of days) if (!(await client.exists(dayKey(date)))) await rebuildDay(client, date)
  await client
    .multi()
    .zunionstore(key, days.length, ...days.map(dayKey))
    .expire(key, WEEK_TTL_S)
    .exec()
  return (await read(client, key, most)) ?? []
}

/**
 * Carries counts over after commit. They are the counts themselves and only grow, so that neither order, repetition nor
 * a rebuild at the same time makes them wrong; days that are not in Redis are read from the database when asked for.
 */
export async function mirrorPlays(counts: (Count & { day: string })[]): Promise<void> {
  const client = redis()
  if (!client || counts.length === 0) return
  const pipeline = client.pipeline()
  for (const { day, trackId, plays } of counts) pipeline.eval(ADD_IF_THERE, 1, dayKey(day), plays, trackId)
  await pipeline.exec().catch((error: unknown) => log.debug({ err: error }, 'The leaderboard missed a play'))
}

const ADD_IF_THERE = `return redis.call('EXISTS', KEYS[1]) == 1 and redis.call('ZADD', KEYS[1], 'GT', ARGV[1], ARGV[2])`

function connection(): Redis {
  const client = redis()
  if (!client) throw new Error('There is no Redis.')
  return client
}

/** Null when the set is not there. */
async function read(client: Redis, key: string, most: number): Promise<Count[] | null> {
  const flat = await client.zrevrange(key, 0, most - 1, 'WITHSCORES')
  if (flat.length === 0) return null
  return Array.from({ length: flat.length / 2 }, (_, i) => ({
    trackId: flat[2 * i] ?? '',
    plays: Number(flat[2 * i + 1]),
  }))
}

/** False when nothing was played that day. */
async function rebuildDay(client: Redis, date: string): Promise<boolean> {
  const [key, temp] = [dayKey(date), `${dayKey(date)}:${randomUUID()}`]
  const counts = await countsOfDay(date)
  if (counts.length === 0) return false
  await client
    .multi()
    .zadd(temp, ...flatten(counts))
    .expire(temp, DAY_TTL_S)
    .rename(temp, key)
    .exec()
  // Plays of the meantime found no set to go to, or one that has just been replaced.
  await client.zadd(key, 'GT', ...flatten(await countsOfDay(date)))
  return true
}

const flatten = (counts: Count[]) => counts.flatMap(({ trackId, plays }) => [plays, trackId])
