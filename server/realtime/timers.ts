import type { PlaybackChanged } from '@/lib/events'
import { log } from '@/lib/log'
import { advanceQueue } from '@/lib/playback/mutations'
import { standings } from '@/lib/playback/queries'
import type { Playback } from '@/lib/playback/state'
import { AHEAD_MS, endsAt, type Standing } from '@/lib/playback/transitions'

/** setTimeout fires at once beyond this. */
const LONGEST_MS = 2 ** 31 - 1
const RETRY_MS = 1_000
const RECHECK_MS = 200

type Timer = { version: number; standing?: Standing; timeout?: NodeJS.Timeout | undefined }

/**
 * One timer a room for the end of its song. Each process that holds listeners arms one; the first to act moves the
 * room on, and the others find that it has moved.
 */
export class Timers {
  private readonly timers = new Map<string, Timer>()

  constructor(private readonly now: () => number) {}

  /** Reads where the rooms stand and arms them. For what no event tells: the first listener, a restart, a lost event. */
  async load(roomIds: string[]): Promise<void> {
    for (const roomId of roomIds) if (!this.timers.has(roomId)) this.timers.set(roomId, { version: -1 })
    try {
      for (const standing of await standings(roomIds)) {
        if (!standing.isClosed) this.arm(standing.roomId, standing, standing.durationMs)
      }
    } catch (error) {
      log.warn({ err: error }, 'The rooms could not be read; once more in a second.')
      const again = () => this.load(roomIds.filter((roomId) => this.timers.has(roomId)))
      setTimeout(again, RETRY_MS).unref()
    }
  }

  /** The length of a song that stays on is known from before, or has to be read. */
  follow(roomId: string, { playback, nowPlaying }: Pick<PlaybackChanged, 'playback' | 'nowPlaying'>): void {
    const before = this.standing(roomId)
    if (nowPlaying !== undefined) this.arm(roomId, playback, nowPlaying?.track.durationMs ?? 0)
    else if (before?.queueId === playback.queueId) this.arm(roomId, playback, before.durationMs)
    else void this.load([roomId])
  }

  private arm(roomId: string, playback: Playback, durationMs: number): void {
    const timer = this.timers.get(roomId)
    if (!timer || playback.version < timer.version) return
    timer.version = playback.version
    timer.standing = { ...playback, durationMs }
    clearTimeout(timer.timeout)
    const end = endsAt(playback, durationMs)
    const { queueId } = playback
    if (end === null || queueId === null) return
    const delay = Math.min(Math.max(0, end - AHEAD_MS - this.now()), LONGEST_MS)
    this.later(roomId, () => this.fire(roomId, queueId), delay)
  }

  /** What is on, as far as this process has heard. */
  standing(roomId: string): Standing | undefined {
    return this.timers.get(roomId)?.standing
  }

  clear(roomId: string): void {
    clearTimeout(this.timers.get(roomId)?.timeout)
    this.timers.delete(roomId)
  }

  stop(): void {
    for (const roomId of this.timers.keys()) this.clear(roomId)
  }

  private async fire(roomId: string, queueId: string): Promise<void> {
    try {
      const isMine = await advanceQueue({ roomId, queueId })
      // Another process was first, or this one's clock is ahead by more than the timer is early.
      if (!isMine) this.later(roomId, () => this.load([roomId]), RECHECK_MS)
    } catch (error) {
      log.error({ err: error, roomId }, 'The next song could not be started; once more in a second.')
      this.later(roomId, () => this.fire(roomId, queueId), RETRY_MS)
    }
  }

  private later(roomId: string, run: () => void, delay: number): void {
    const timer = this.timers.get(roomId)
    if (!timer) return
    clearTimeout(timer.timeout)
    timer.timeout = setTimeout(run, delay)
  }
}
