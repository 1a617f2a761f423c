import { log } from '@/lib/log'
import { recountSkipVotes } from '@/lib/playback/skip-votes'

/** Browsers that lost their process are back by then: until they are, the few who are here are not everybody. */
export const COMING_BACK_MS = 4_000

/** Who leaves takes their vote to skip with them; who comes and goes changes how many it takes. */
export class SkipRecounts {
  private readonly due = new Map<string, NodeJS.Timeout>()

  constructor(private readonly hereIn: (roomId: string) => string[] | undefined) {}

  later(roomId: string): void {
    clearTimeout(this.due.get(roomId))
    const recount = () => this.recount(roomId)
    this.due.set(roomId, setTimeout(recount, COMING_BACK_MS))
  }

  stop(): void {
    for (const timeout of this.due.values()) clearTimeout(timeout)
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
