import { z } from 'zod'
import type { TrackSummary } from '@/lib/catalog/track'
import { daysOfWeek } from './week'

export const trendingInput = z.object({ limit: z.coerce.number().int().min(1).max(50).default(10) })

/** `heat` is the decayed score as of now: 3 for a like of this instant, half of it half an hour later. */
export type TrendingItem = {
  streamId: string
  track: TrackSummary
  heat: number
  recentUpvotes: number
  recentPlays: number
}

/** The same over all rooms; the heat of a like halves in a day. */
export type TrackTrendingItem = Omit<TrendingItem, 'streamId'>

export const leaderboardInput = z.object({
  /** A day of UTC; today's if none is given. */
  date: z.iso.date('Give a day as 2026-11-20.').default(() => new Date().toISOString().slice(0, 10)),
  /** An ISO week instead of a day. */
  week: z
    .string()
    .regex(/^20\d\d-W\d\d$/, 'Give a week as 2026-W47.')
    .refine((week) => daysOfWeek(week).length > 0, 'That year has no such week.')
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export type LeaderboardItem = { plays: number; track: TrackSummary }

export type Totals = { totalAdded: number; totalLikesGot: number; totalLikesGiven: number }

export type MyStats = {
  totals: Totals
  rooms: (Totals & { code: string; name: string; lastUpdated: string })[]
  /** The days of the last year on which something happened, the latest first. */
  activity: MyDay[]
  records: Records
}

/** A day of UTC as 2026-11-20. */
export type MyDay = { day: string; added: number; likesGot: number; likesGiven: number }
export type RoomDay = { day: string; added: number; likes: number; plays: number }

export type BestDay = { day: string; count: number }

export type Records = {
  /** Days in a row with something added or liked. The current streak lasts until a whole day has passed without. */
  currentStreak: number
  longestStreak: number
  mostAdded: BestDay | null
  mostLikesGot: BestDay | null
}

/** The room's numbers: everyone who added, was liked or liked, the busiest first. */
export type RoomStats = {
  totals: Totals
  people: (Totals & { memberId: string; displayName: string; lastUpdated: string })[]
  /** The ten with the most votes. */
  topSongs: { streamId: string; votes: number; track: TrackSummary }[]
  /** The days of the last year on which something happened, the latest first. */
  activity: RoomDay[]
}
