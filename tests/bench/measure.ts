const CONCURRENCY = 64
/** Connections open and statements are prepared before the clock runs. */
const WARM_UP = 0.15

/** How many of the jobs get done a second, that many at a time, and how long each takes in ms. */
export async function benchTimes<T>(jobs: T[], run: (job: T) => Promise<void>) {
  const warmUp = Math.floor(jobs.length * WARM_UP)
  await runAll(jobs.slice(0, warmUp), run)
  const startedAt = performance.now()
  const times = await runAll(jobs.slice(warmUp), run)
  return { times, rate: (times.length * 1000) / (performance.now() - startedAt) }
}

async function runAll<T>(jobs: T[], run: (job: T) => Promise<void>): Promise<number[]> {
  const rest = jobs.values()
  const times: number[] = []
  const worker = async () => {
    for (const job of rest) {
      const startedAt = performance.now()
      await run(job)
      times.push(performance.now() - startedAt)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, worker))
  return times
}

/** One figure as one JSON line. */
export function report(bench: string, metric: string, value: number, unit: string) {
  console.log(JSON.stringify({ bench, metric, value: Math.round(value * 100) / 100, unit }))
}

export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
