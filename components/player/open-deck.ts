import { BufferDeck } from '@/components/player/buffer-deck'
import type { Deck } from '@/components/player/deck'
import { MediaDeck } from '@/components/player/media-deck'
import type { ReadySound } from '@/components/player/sound-output'
import type { TrackLoader } from '@/components/player/track-loader'
import type { TrackSummary } from '@/lib/catalog/track'

/** Decoded sound takes 20 MB a minute: longer songs are streamed. */
const LONGEST_DECODED_MS = 15 * 60_000

type Audible = TrackSummary & { audio: NonNullable<TrackSummary['audio']> }

/** Whether the song is fetched and decoded as a whole before it sounds. What comes from elsewhere may take its time. */
export function isDecoded(track: TrackSummary): track is Audible {
  return track.audio !== null && track.audio.site === null && track.durationMs <= LONGEST_DECODED_MS
}

/** Whether it is fetched while it sounds. */
export const isStreamed = (track: TrackSummary) => track.audio !== null && !isDecoded(track)

/** The deck that plays a song, or null while it is not there yet (or never will be). */
export function openDeck(track: TrackSummary, sound: ReadySound, loader: TrackLoader | null): Deck | null {
  if (!track.audio) return null
  if (!isDecoded(track)) return new MediaDeck(sound, track.audio.high)
  const buffer = loader?.buffer(track.audio.high)
  return buffer ? new BufferDeck(sound, buffer) : null
}
