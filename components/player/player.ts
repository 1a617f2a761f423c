import { isDecoded, isStreamed, openDeck } from '@/components/player/open-deck'
import { readNumber, writeNumber } from '@/components/player/preferences'
import { SoundOutput } from '@/components/player/sound-output'
import { type Current, Stage } from '@/components/player/stage'
import { TrackLoader } from '@/components/player/track-loader'
import { ClockFilter } from '@/lib/playback/clock'
import { type Playback, positionAt } from '@/lib/playback/state'
import type { QueueItem } from '@/lib/queue/schema'

const TICK_MS = 100
const DUE_MS = 1000
/** So long before its turn a streamed song gets ready. */
const AHEAD_MS = 30_000

export type RoomSound = { playback: Playback | null; nowPlaying: QueueItem | null; next: QueueItem | null }

/** Plays what the room plays. Instants are performance.now() of what leaves this device, unless named server. */
export class RoomPlayer {
  readonly clock = new ClockFilter()
  readonly output = new SoundOutput(() => this.rejoin())
  deviceDelayMs = readNumber('device-delay', 0, -500, 1000)
  room: RoomSound = { playback: null, nowPlaying: null, next: null }
  loader: TrackLoader | null = null
  private readonly stage = new Stage((serverMs) => this.instantOf(serverMs))
  private hasJumped = false
  private timer: ReturnType<typeof setInterval> | undefined

  /** `onTick` runs after each step, ten times a second while the player listens. */
  constructor(private readonly onTick: () => void) {}

  get isListening(): boolean {
    return this.timer !== undefined
  }

  get current(): Current | null {
    return this.stage.current
  }

  /** Must run inside a gesture. */
  start(): void {
    this.output.start()
    const { context } = this.output
    if (context)
      this.loader ??= new TrackLoader(
        (bytes) => context.decodeAudioData(bytes),
        () => this.arrange(),
      )
    this.timer ??= setInterval(() => this.tick(), TICK_MS)
    this.arrange()
  }

  stop(): void {
    clearInterval(this.timer)
    this.timer = undefined
    this.loader?.keep([])
    this.stage.clear()
    this.output.stop()
  }

  close(): void {
    this.stop()
    this.output.close()
  }

  follow(room: RoomSound): void {
    this.room = room
    this.arrange()
  }

  setDeviceDelay(ms: number): void {
    this.deviceDelayMs = ms
    writeNumber('device-delay', ms)
    // Whoever moves the slider wants to hear what it does.
    this.current?.controller.restart(performance.now())
  }

  /** Puts the song where it belongs at once, whatever is sounding. */
  rejoin(): void {
    this.stage.clear()
    this.arrange()
  }

  /** Where the song should be in what leaves this device at an instant: ahead by the speaker's own delay. */
  wantedAt(performanceMs: number): number | null {
    const { playback } = this.room
    if (!playback || !this.clock.isSynced) return null
    return positionAt(playback, this.clock.toServer(performanceMs + this.deviceDelayMs))
  }

  /** Sounding minus wanted; null while the song is not meant to sound then, or does not. */
  errorAt(performanceMs: number): number | null {
    const { playback } = this.room
    const isOn = playback?.isPlaying && this.instantOf(playback.at) <= performanceMs
    const sounding = isOn ? this.current?.deck.positionAt(performanceMs) : null
    const wanted = this.wantedAt(performanceMs)
    return sounding == null || wanted === null ? null : sounding - wanted
  }

  /** Whether the song should have been sounding for a second by then. */
  isDue(performanceMs: number): boolean {
    const { playback, nowPlaying } = this.room
    const wanted = this.wantedAt(performanceMs)
    if (!playback?.isPlaying || !nowPlaying || wanted === null) return false
    return wanted > playback.positionMs + DUE_MS && wanted < nowPlaying.track.durationMs - DUE_MS
  }

  /** Where the song stands for the ear; without sound, in the room. Null before the clock is known. */
  heardAt(performanceMs: number): number | null {
    const leftAt = performanceMs - this.deviceDelayMs
    return (this.room.playback?.isPlaying && this.current?.deck.positionAt(leftAt)) || this.wantedAt(leftAt)
  }

  /** The instant at which sound must leave this device to be heard at a server instant. */
  private instantOf(serverMs: number): number {
    return this.clock.toLocal(serverMs) - this.deviceDelayMs
  }

  /** Brings what is scheduled in line with what the room wants. Safe to repeat. */
  private arrange(): void {
    if (!this.isListening) return
    const { playback, nowPlaying, next } = this.room
    const { ready } = this.output
    const songs = [nowPlaying, next].flatMap((item) => (item ? [item.track] : [])).filter(isDecoded)
    this.loader?.keep(songs.map(({ audio }) => audio.high))
    if (!ready || !this.clock.isSynced || !playback) return
    const isThere = nowPlaying?.queueId === playback.queueId
    this.stage.follow(playback, () => (nowPlaying && isThere ? openDeck(nowPlaying.track, ready, this.loader) : null))
    const isAnother = next && next.queueId !== playback.queueId
    const upcoming = isAnother && isStreamed(next.track) && this.isNearEnd() ? next : null
    this.stage.prepare(upcoming?.queueId ?? null, () => upcoming && openDeck(upcoming.track, ready, this.loader))
  }

  private isNearEnd(): boolean {
    const { nowPlaying } = this.room
    return nowPlaying !== null && (this.wantedAt(performance.now()) ?? 0) > nowPlaying.track.durationMs - AHEAD_MS
  }

  private tick(): void {
    this.hasJumped = this.output.read(performance.now()) || this.hasJumped
    this.arrange()
    if (this.current && this.room.playback?.isPlaying) this.steer(this.current)
    this.onTick()
  }

  /** Judges the error as it will be when a correction can first be heard: what is under way counts already. */
  private steer({ deck, controller }: Current): void {
    if (!this.output.ready || !this.clock.isSynced) return
    const soonestMs = deck.soonestMs()
    const errorMs = this.errorAt(soonestMs)
    if (errorMs === null) {
      // A clock that leapt past the song's end and back, or a stream that is there again: silence where sound is due.
      if (deck.isIdle() && this.isDue(soonestMs)) this.stage.playAnew()
      return
    }
    const residualMs = this.errorAt(Math.max(soonestMs, deck.steadyFromMs())) ?? errorMs
    const decision = controller.decide({ atMs: performance.now(), errorMs, residualMs, hasJumped: this.hasJumped })
    this.hasJumped = false
    if (decision.kind === 'glide') deck.glide(decision.rate, decision.forMs)
    if (decision.kind === 'reschedule') deck.play(soonestMs, this.wantedAt(soonestMs) ?? 0)
  }
}
