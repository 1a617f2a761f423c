/** What the room plays, as everyone is told it. */
export type Playback = {
  /** Room.version when this state began: the higher one is the newer one. */
  version: number
  queueId: string | null
  isPlaying: boolean
  /** The position that holds at the instant `at`. */
  positionMs: number
  /** The instant, in ms of the shared server clock (Unix time of the database). It may lie ahead: a start in step. */
  at: number
}

/** The position at the instant `now` (ms of the shared clock). Before `at` it waits at positionMs. */
export function positionAt(playback: Pick<Playback, 'isPlaying' | 'positionMs' | 'at'>, now: number): number {
  return playback.positionMs + (playback.isPlaying ? Math.max(0, now - playback.at) : 0)
}

/** Whether both put the same song at the same place at every instant (to 5 ms): what sounds may go on. */
export function isSameCourse(a: Playback, b: Playback): boolean {
  if (a.queueId !== b.queueId || a.isPlaying !== b.isPlaying) return false
  return !a.isPlaying || Math.abs(a.positionMs - a.at - (b.positionMs - b.at)) < 5
}
