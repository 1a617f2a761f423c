import { DEFAULT_LEAD_MS } from '@/lib/playback/transitions'
import type { RealtimeSocket } from './socket'

const LONGEST_MS = 600
/** What a browser needs once it has heard of it: 30 ms to schedule, about 95 ms from there to the speaker. */
const LOCAL_MS = 130
/** Somebody with a slower line than this is not waited for: they come in late, at the right position. */
const HEALTHY_MS = 1_000

/** Browsers say every 4 s where they are, hidden ones once a minute at the latest. Who stays silent has stalled. */
const STALLED_MS = 70_000

/** How far ahead of now a start must lie for the slowest healthy listener to hear of it in time. */
export function leadFor(sockets: Pick<RealtimeSocket, 'data'>[], now: number): number {
  let slowest = 0
  for (const { data } of sockets) {
    const { line, place } = data
    const isWaitedFor = line && !place?.isSilent && line.roundTripMs <= HEALTHY_MS && now - line.measuredAt < STALLED_MS
    if (isWaitedFor) slowest = Math.max(slowest, line.roundTripMs)
  }
  return Math.round(Math.min(LONGEST_MS, Math.max(DEFAULT_LEAD_MS, slowest / 2 + LOCAL_MS)))
}
