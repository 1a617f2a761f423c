import type { RoomPlayer } from '@/components/player/player'

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

/** Beyond this the ear might notice; back in step only well below, so that the word does not flicker. */
const OUT_OF_STEP_MS = 15
const IN_STEP_MS = 5

export function viewOf(player: RoomPlayer, isConnected: boolean, before: PlayerView | null): PlayerView {
  const { clock, output, deviceDelayMs, current, loader } = player
  const now = performance.now()
  const errorMs = player.errorAt(now)
  const url = player.room.nowPlaying?.track.audio?.high
  const isLoading = url !== undefined && loader?.state(url) === 'loading'
  return {
    status: statusOf(player, isConnected, errorMs, before?.status),
    syncMs: errorMs === null ? null : rounded(-errorMs, 10),
    roundTripMs: Number.isNaN(clock.roundTripMs) ? null : rounded(clock.roundTripMs, 10),
    driftPpm: clock.isSynced ? Math.round(clock.skew * 1e6) : null,
    rate: rounded(current?.deck.rateAt(now) ?? 1, 10_000),
    loadProgress: isLoading ? rounded(loader?.progress(url) ?? 0, 100) : null,
    volume: output.volume,
    isMuted: output.isMuted,
    deviceDelayMs,
  }
}

function statusOf(
  player: RoomPlayer,
  isConnected: boolean,
  errorMs: number | null,
  before: PlayerStatus | undefined,
): PlayerStatus {
  const { playback, nowPlaying } = player.room
  if (!player.isListening || !player.output.isRunning) return 'locked'
  if (!isConnected) return 'alone'
  if (!player.clock.isSynced || !playback) return 'loading'
  if (!playback.isPlaying || !nowPlaying) return 'in-step'
  const { audio } = nowPlaying.track
  if (!audio || player.loader?.state(audio.high) === 'failed' || player.current?.deck.hasFailed) return 'silent'
  if (!player.current) return 'loading'
  if (errorMs === null) return player.isDue(performance.now()) ? 'loading' : 'in-step'
  return Math.abs(errorMs) > (before === 'catching-up' ? IN_STEP_MS : OUT_OF_STEP_MS) ? 'catching-up' : 'in-step'
}

const rounded = (value: number, parts: number) => Math.round(value * parts) / parts
