import { Prisma } from '@/lib/db'
import {
  type EventKind,
  HALF_LIFE_MS,
  LANDMARK_MS,
  LEAST_SHARE,
  MAX_EXPONENT,
  type Scope,
  WEIGHTS,
  WINDOW_MS,
} from './decay'

// The formulas of decay.ts as SQL. The constants are written into the text, so that every statement has one text
// and PostgreSQL keeps its plan.

type Sql = Prisma.Sql

const number = (value: number) => Prisma.raw(value.toString())
const windowSql = Prisma.sql`interval '${number(WINDOW_MS / 1000)} seconds'`
const lambdaPerSecond = (scope: Scope) => number((Math.LN2 / HALF_LIFE_MS[scope]) * 1000)

/** λ(at − L). */
const age = (at: Sql, scope: Scope) =>
  Prisma.sql`${lambdaPerSecond(scope)} * (extract(epoch FROM ${at})::float8 - ${number(LANDMARK_MS / 1000)})`

export const eventWeightSql = (kind: EventKind, at: Sql, scope: Scope = 'room') =>
  Prisma.sql`(${number(Math.log(WEIGHTS[kind]))} + ${age(at, scope)})`

/** What the functions of the database must be told: the weight, λ in a room and everywhere, L, the window, the exponent. */
export const decayConstantsSql = (kind: EventKind) =>
  Prisma.sql`${number(Math.log(WEIGHTS[kind]))}, ${lambdaPerSecond('room')}, ${lambdaPerSecond('everywhere')},
    ${number(LANDMARK_MS / 1000)}, ${windowSql}, ${number(MAX_EXPONENT)}`

export const addEventSql = (score: Sql, weight: Sql) =>
  Prisma.sql`add_event(${score}, ${weight}, ${number(MAX_EXPONENT)})`

/** Only where canRemoveSql holds. */
export const removeEventSql = (score: Sql, weight: Sql) =>
  Prisma.sql`(${score} + ln(1 - exp(greatest(${weight} - ${score}, ${number(-MAX_EXPONENT)}))))`

/** False or null: the row must be rebuilt from its events. */
export const canRemoveSql = (score: Sql, weight: Sql) =>
  Prisma.sql`(${weight} - ${score} < ${number(Math.log1p(-LEAST_SHARE))})`

/** An aggregate over the events' weights. `most` is their maximum. */
export const scoreOfSql = (weight: Sql, most: Sql) =>
  Prisma.sql`(max(${most}) + ln(sum(exp(greatest(${weight} - ${most}, ${number(-MAX_EXPONENT)})))))`

export const heatSql = (score: Sql, now: Sql, scope: Scope = 'room') =>
  Prisma.sql`exp(greatest(${number(-MAX_EXPONENT)}, least(${number(MAX_EXPONENT)}, ${score} - ${age(now, scope)})))`

/**
 * For rows of TrackTrending that carry what events add: merges them into those that are there. Events of different
 * rooms are in no common order, so a window may begin a moment before it was opened.
 */
export const mergeEverywhereSql = () => {
  const passed = windowPassedSql(Prisma.sql`t."windowStart"`, Prisma.sql`excluded."windowStart"`)
  return Prisma.sql`ON CONFLICT ("trackId") DO UPDATE SET
    "trendingScore" = ${addEventSql(Prisma.sql`t."trendingScore"`, Prisma.sql`excluded."trendingScore"`)},
    "recentUpvotes" = excluded."recentUpvotes" + CASE WHEN ${passed} THEN 0 ELSE t."recentUpvotes" END,
    "recentPlays" = excluded."recentPlays" + CASE WHEN ${passed} THEN 0 ELSE t."recentPlays" END,
    "windowStart" = CASE WHEN ${passed} THEN excluded."windowStart"
      ELSE least(t."windowStart", excluded."windowStart") END,
    "lastUpdated" = excluded."lastUpdated"`
}

/** The day that an event counts on. */
export const dayOfSql = (at: Sql) => Prisma.sql`(${at} AT TIME ZONE 'UTC')::date`

/** Has the window of a row's recent counts passed at that instant? */
export const windowPassedSql = (windowStart: Sql, at: Sql) => Prisma.sql`(${windowStart} <= ${at} - ${windowSql})`
