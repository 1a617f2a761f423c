import type { PlaybackCommand } from './schema'
import { type Playback, positionAt } from './state'

/** The room's playback with the length of its song. All instants are ms of the shared clock. */
export type Standing = Omit<Playback, 'version'> & { durationMs: number }

type Moment = { now: number; leadMs: number }

/** What becomes of it: nothing, another state of the same song, or the next song of the queue. */
export type Transition =
  | { kind: 'stay' }
  | { kind: 'set'; isPlaying: boolean; positionMs: number; at: number }
  | { kind: 'next'; isPlaying: boolean; at: number }

/** Enough for a listener to hear of a start before it is due. */
export const DEFAULT_LEAD_MS = 150
/** The same where nobody plays yet, so nobody has the song: time to fetch and decode its beginning. */
export const COLD_LEAD_MS = 1_000
/** Timers go off this long before the end, so that every browser has time to join the next song to it. */
export const AHEAD_MS = 400
/** The database's clock and a timer's are not the same to the millisecond. */
const EARLY_MS = AHEAD_MS + 100
/** With less time than this left, the next song starts after a short breath instead of losing its first notes. */
const LEAST_NOTICE_MS = 50

/** A song that ended longer ago than this has had no listeners since. */
const FORGOTTEN_MS = 2_000

const STAY: Transition = { kind: 'stay' }

export function command(standing: Standing, wanted: PlaybackCommand, { now, leadMs }: Moment): Transition {
  const next = (isPlaying: boolean): Transition => ({ kind: 'next', isPlaying, at: now + leadMs })
  const { queueId, isPlaying, durationMs } = standing
  if (wanted.queueId && wanted.queueId !== queueId) return STAY
  const hasEnded = positionAt(standing, now) >= durationMs
  switch (wanted.action) {
    case 'play':
      if (queueId === null || hasEnded) return next(true)
      return isPlaying ? STAY : { kind: 'set', isPlaying: true, positionMs: standing.positionMs, at: now + leadMs }
    case 'pause':
      if (!isPlaying) return STAY
      if (queueId !== null && hasEnded) return next(false)
      return { kind: 'set', isPlaying: false, positionMs: Math.round(positionAt(standing, now)), at: now }
    case 'seek':
      if (wanted.positionMs >= durationMs) return next(isPlaying)
      return { kind: 'set', isPlaying, positionMs: wanted.positionMs, at: isPlaying ? now + leadMs : now }
    case 'skip':
      return next(isPlaying)
  }
}

/** At the song's end the next one begins at exactly that instant; when that has passed already, a moment from now. */
export function advance(standing: Standing, { now, leadMs }: Moment): Transition {
  const end = endsAt(standing, standing.durationMs)
  if (end === null || end - now > EARLY_MS) return STAY
  const late = now + (now - end > FORGOTTEN_MS ? COLD_LEAD_MS : leadMs)
  return { kind: 'next', isPlaying: true, at: end - now >= LEAST_NOTICE_MS ? end : late }
}

/** The instant at which the song will have played to its end; null while nothing plays. */
export function endsAt({ queueId, isPlaying, positionMs, at }: Omit<Playback, 'version'>, durationMs: number) {
  return queueId !== null && isPlaying ? at + durationMs - positionMs : null
}
