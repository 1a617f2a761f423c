import { DEFAULT_LEAD_MS } from '@/lib/playback/transitions'
import type { RealtimeSocket } from './socket'

const LONGEST_MS = 600
/** What a browser needs once it has heard of it: 30 ms to schedule, about 95 ms from there to the speaker. */
const LOCAL_MS = 130
/** Somebody with a slower line than this is not waited for: they come in late, at the right position. */
const HEALTHY_MS = 1_000

/** How far ahead of now a start must lie for the slowest healthy listener to hear of it in time. */
export function leadFor(sockets: Pick<RealtimeSocket, 'data'>[]): number {
  const roundTrips = sockets.map(({ data }) => data.roundTripMs ?? 0).filter((ms) => ms <= HEALTHY_MS)
  return Math.round(Math.min(LONGEST_MS, Math.max(DEFAULT_LEAD_MS, Math.max(0, ...roundTrips) / 2 + LOCAL_MS)))
}
