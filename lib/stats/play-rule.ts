/** A play counts for a listener who heard this much of the song: half of it, or four minutes. Less is a skip. */
export const leastHeardMs = (durationMs: number) => Math.min(durationMs / 2, MOST_NEEDED_MS)

export const MOST_NEEDED_MS = 240_000
