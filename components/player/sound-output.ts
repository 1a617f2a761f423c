import { AudioClock } from '@/components/player/audio-clock'
import { FIRST_MEDIA_LAG, type MediaLag } from '@/components/player/media-start'
import { readNumber, writeNumber } from '@/components/player/preferences'

/** How often the audio clock is asked before it is known. */
const SETTLE_MS = 25
const SMOOTH_S = 0.02
const STALLED_MS = 3000

export type ReadySound = {
  context: AudioContext
  clock: AudioClock
  gain: GainNode
  /** What was learned of media elements on this device. */
  mediaLag: MediaLag
}

/** The way to the speaker: one AudioContext, opened by a gesture, revived after calls, sleep and lost outputs. */
export class SoundOutput {
  volume = readNumber('volume', 1, 0, 1)
  isMuted = readNumber('muted', 0, 0, 1) === 1
  private open: ReadySound | null = null
  private isWanted = false
  private isHushed = false
  private progress = { contextTime: 0, atMs: 0 }

  /** `onReady` runs each time that sound can be scheduled anew: all that was scheduled before is off. */
  constructor(private readonly onReady: () => void) {}

  /** Must run inside a gesture. */
  start(): void {
    this.isWanted = true
    this.open ??= this.create()
    this.resume()
  }

  stop(): void {
    this.isWanted = false
    void this.open?.context.suspend()
  }

  close(): void {
    this.isWanted = false
    document.removeEventListener('visibilitychange', this.resume)
    document.removeEventListener('pointerdown', this.resume)
    void this.open?.context.close()
    this.open = null
  }

  /** What decks need, or null while nothing can be scheduled. */
  get ready(): ReadySound | null {
    return this.isRunning && this.open?.clock.isReady ? this.open : null
  }

  get isRunning(): boolean {
    return this.isWanted && this.open?.context.state === 'running'
  }

  /** Undefined before the first start. */
  get context(): AudioContext | undefined {
    return this.open?.context
  }

  setVolume(volume: number, isMuted: boolean): void {
    this.volume = volume
    this.isMuted = isMuted
    writeNumber('volume', volume)
    writeNumber('muted', isMuted ? 1 : 0)
    this.applyLoudness()
  }

  /** Silent for a moment, whatever the volume: nothing of it is kept. */
  setHushed(isHushed: boolean): void {
    this.isHushed = isHushed
    this.applyLoudness()
  }

  /** Reads the audio clock. True when the sound has jumped. Call it about ten times a second. */
  read(nowMs: number): boolean {
    if (!this.open || !this.isWanted) return false
    const { context, clock } = this.open
    if (context.state !== 'running' || context.currentTime !== this.progress.contextTime) {
      this.progress = { contextTime: context.currentTime, atMs: nowMs }
    } else if (nowMs - this.progress.atMs > STALLED_MS) {
      // It says that it runs and does not: an output went away. Off and on again finds the next one.
      this.progress.atMs = nowMs
      void context.suspend().then(this.resume)
    }
    return clock.read()
  }

  private get loudness(): number {
    // The ear hears in ratios: the square spreads the slider's lower half.
    return this.isMuted || this.isHushed ? 0 : this.volume ** 2
  }

  private applyLoudness(): void {
    const { context, gain } = this.open ?? {}
    if (context) gain?.gain.setTargetAtTime(this.loudness, context.currentTime, SMOOTH_S)
  }

  private create(): ReadySound {
    // iOS would obey the mute switch and stop in the background.
    if ('audioSession' in navigator) Object.assign(navigator.audioSession ?? {}, { type: 'playback' })
    const context = new AudioContext({ latencyHint: 'playback' })
    const gain = new GainNode(context, { gain: this.loudness })
    gain.connect(context.destination)
    const open = { context, gain, clock: new AudioClock(context), mediaLag: { ...FIRST_MEDIA_LAG } }
    context.addEventListener('statechange', () => this.settle(open))
    document.addEventListener('visibilitychange', this.resume)
    document.addEventListener('pointerdown', this.resume)
    return open
  }

  /** Refused outside a gesture by some browsers: the next tap tries again. */
  private readonly resume = () => {
    const context = this.open?.context
    if (this.isWanted && context && context.state !== 'running') context.resume().catch(() => {})
  }

  private settle({ context, clock }: ReadySound): void {
    if (context.state === 'closed') return
    clock.reset()
    // An interruption that nobody asked for: a call, a tab put to sleep.
    if (context.state !== 'running') this.resume()
    const wait = () => {
      if (context.state !== 'running') return
      clock.read()
      if (clock.isReady) this.onReady()
      else setTimeout(wait, SETTLE_MS)
    }
    wait()
  }
}
