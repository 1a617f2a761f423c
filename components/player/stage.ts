import type { Deck } from '@/components/player/deck'
import { DriftController } from '@/lib/playback/controller'
import { isSameCourse, type Playback } from '@/lib/playback/state'

/** The song that the room is at, once it is there. `course` is the state that its deck follows. */
export type Current = { queueId: string; deck: Deck; controller: DriftController; course: Playback | null }

/** Long after a fade-out, also behind a slow output. */
const LEAVE_MS = 2000

/** The song on now, the one before while its tail still sounds, and the next while it gets ready. */
export class Stage {
  current: Current | null = null
  private leaving: Deck[] = []
  private upcoming: { queueId: string; deck: Deck } | null = null

  /** `instantOf` tells when sound must leave this device for a server instant. */
  constructor(private readonly instantOf: (serverMs: number) => number) {}

  /** Follows the room; `open` makes the deck of the song that is on, or null while it cannot. Safe to repeat. */
  follow(playback: Playback, open: () => Deck | null): void {
    if (this.current && this.current.queueId !== playback.queueId) this.leave(this.current.deck, playback.at)
    this.current ??= this.enter(playback, open)
    const { current } = this
    if (!current || (current.course && isSameCourse(current.course, playback))) return
    const at = this.instantOf(playback.at)
    if (playback.isPlaying) current.deck.play(at, playback.positionMs)
    else current.deck.stop(at)
    current.course = playback
    current.controller.restart(Math.max(at, performance.now()))
  }

  /** Opens the deck of the song that comes next, so that what is streamed can begin at once; null for none. */
  prepare(queueId: string | null, open: () => Deck | null): void {
    if ((this.upcoming?.queueId ?? null) === queueId) return
    this.upcoming?.deck.dispose()
    const deck = queueId === null ? null : open()
    this.upcoming = queueId !== null && deck ? { queueId, deck } : null
  }

  /** The song on is told once more, by the next `follow`, what it was told last. */
  playAnew(): void {
    if (this.current) this.current.course = null
  }

  clear(): void {
    for (const deck of [...this.leaving, this.current?.deck, this.upcoming?.deck]) deck?.dispose()
    this.leaving = []
    this.current = null
    this.upcoming = null
  }

  private enter({ queueId }: Playback, open: () => Deck | null): Current | null {
    const deck = queueId === null ? null : (this.takeUpcoming(queueId) ?? open())
    return queueId === null || !deck
      ? null
      : { queueId, deck, controller: new DriftController(deck.limits), course: null }
  }

  private takeUpcoming(queueId: string): Deck | null {
    if (this.upcoming?.queueId !== queueId) return null
    const { deck } = this.upcoming
    this.upcoming = null
    return deck
  }

  /** The old song's tail sounds until the new one begins. */
  private leave(deck: Deck, serverMs: number): void {
    const at = this.instantOf(serverMs)
    deck.stop(at)
    this.current = null
    this.leaving.push(deck)
    setTimeout(() => this.forget(deck), Math.max(0, at - performance.now()) + LEAVE_MS)
  }

  private forget(deck: Deck): void {
    deck.dispose()
    this.leaving = this.leaving.filter((other) => other !== deck)
  }
}
