import type { Limits } from '@/lib/playback/controller'

/**
 * One song on its way to the ear. Instants are performance.now() of the moment when it is heard (output latency
 * included), positions are ms of the song.
 */
export type Deck = {
  readonly limits: Limits
  /** Sounds `positionMs` at `atMs`; what sounds of this song fades out then. When that is past it joins further on. */
  play(atMs: number, positionMs: number): void
  /** Fades out at `atMs`, at once when that is past. */
  stop(atMs: number): void
  /** Plays at `rate` for `forMs` as soon as possible, then at 1. */
  glide(rate: number, forMs: number): void
  /** The position heard at an instant, or null when this song is silent then. Looks ahead along what is scheduled. */
  positionAt(performanceMs: number): number | null
  rateAt(performanceMs: number): number
  /** The soonest instant at which a change can be heard. */
  soonestMs(): number
  /** The instant from which it plays at speed 1 for good. */
  steadyFromMs(): number
  /** It cannot be had just now; it goes on trying. */
  readonly hasFailed: boolean
  /** Nothing sounds, nothing is scheduled, nothing is on its way. */
  isIdle(): boolean
  /** Silent at once and for good. */
  dispose(): void
}
