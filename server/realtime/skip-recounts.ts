import { log } from '@/lib/log'
import { recountSkipVotes } from '@/lib/playback/skip-votes'

/** Browsers that lost their process are back by then: until they are, the few who are here are not everybody. */
export const COMING_BACK_MS = 4_000
const LONGEST_MS = 12_000

/** Who leaves takes their vote to skip with them; who comes and goes changes how many it takes. */
export class SkipRecounts {
  private readonly due = new Map<string, { timeout: NodeJS.Timeout; sinceMs: number }>()

  constructor(private readonly hereIn: (roomId: string) => string[] | undefined) {}

  later(roomId: string): void {
    const waiting = this.due.get(roomId)
    const sinceMs = waiting?.sinceMs ?? performance.now()
    // Where somebody always comes or goes it would never be quiet.
    if (waiting && performance.now() - sinceMs > LONGEST_MS - COMING_BACK_MS) return
    clearTimeout(waiting?.timeout)
    this.due.set(roomId, { sinceMs, timeout: setTimeout(() => this.recount(roomId), COMING_BACK_MS) })
  }

  stop(): void {
    for (const { timeout } of this.due.values()) clearTimeout(timeout)
    this.due.clear()
  }

  private async recount(roomId: string): Promise<void> {
    this.due.delete(roomId)
    const here = this.hereIn(roomId)
    // Nobody: another process may have them, or the room sleeps.
    if (!here?.length) return
    try {
      await recountSkipVotes(roomId, here)
    } catch (error) {
      log.warn({ err: error, roomId }, 'The votes to skip could not be counted.')
    }
  }
}
