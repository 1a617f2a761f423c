/**
 * - `locked`: the browser wants a gesture, or the listener has not asked for sound: call start() in a click.
 * - `loading`: getting in step; measuring the clock or fetching the song.
 * - `in-step`: with the room (also while the room is paused or has nothing to play).
 * - `catching-up`: sounds, but off by more than can be called in step; being corrected.
 * - `alone`: no connection; the song goes on and rejoins by itself.
 * - `silent`: this song cannot be heard here (no audio, a file that does not decode).
 */
export type PlayerStatus = 'locked' | 'loading' | 'in-step' | 'catching-up' | 'alone' | 'silent'

/** What a screen shows of the player. A new object only when something visible changed, at most four times a second. */
export type PlayerView = {
  status: PlayerStatus
  /** How far the sound is off, ms; positive is late. Null while nothing sounds. */
  syncMs: number | null
  /** Least round trip to the server, ms. */
  roundTripMs: number | null
  /** How much faster the server's clock runs than this device's, ppm. */
  driftPpm: number | null
  /** 1, or by how much the song is nudged right now: 1.003 is 0.3 % faster. */
  rate: number
  /** 0 to 1 while the song is fetched, else null. */
  loadProgress: number | null
  /** 0 to 1, kept on this device. */
  volume: number
  isMuted: boolean
  /** Delay of the speaker behind this device (Bluetooth), kept on this device. */
  deviceDelayMs: number
}
