import type { Sample } from '@/tests/e2e/sync-samples'

/** The next song is known 400 ms ahead, and its silence until then is what is read. */
const NEAR_MS = 1_500
/** A skip leaves more of the old song unplayed. */
const FAR_MS = 1_000

/**
 * Silence between songs that followed one another by themselves, ms: from where the old one's last reading says that it
 * ends, to where the new one's first reading says that it began.
 */
export function gapsOf(samples: Sample[]): number[] {
  const sounding = samples.flatMap((sample) =>
    sample.positionMs === null ? [] : [{ ...sample, beganAt: sample.unixMs - sample.positionMs }],
  )
  return sounding.flatMap((sample, index) => {
    const before = sounding[index - 1]
    if (!before?.durationMs || before.queueId === sample.queueId || sample.unixMs - before.unixMs > NEAR_MS) return []
    const gap = sample.beganAt - (before.beganAt + before.durationMs)
    return Math.abs(gap) < FAR_MS ? [gap] : []
  })
}
