import { afterAll, expect, test, vi } from 'vitest'
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { count } from '@/lib/cache/counts'
import { song } from '@/lib/cache/kinds/song'
import { cached } from '@/lib/cache/read'
import { db } from '@/lib/db'
import { forgetOldMinutes, recentMinutes, writeMinute } from '@/lib/metrics/cache-minutes'
import { metricFamilies } from '@/lib/metrics/families'
import { countAnswer } from '@/lib/metrics/http-counts'
import { prometheusText } from '@/lib/metrics/prometheus'
import { cacheSizes, jobCounts, liveProcesses } from '@/lib/metrics/queries'
import { startReports } from '@/lib/metrics/report'
import { createTrack } from '@/tests/factories/tracks'

delete process.env.REDIS_URL
afterAll(async () => {
  await closeCache()
  await closeBus()
})

const sumOf = async (kind: string) => {
  const rows = (await recentMinutes({ hours: 1, sliceMinutes: 5 })).filter((row) => row.kind === kind)
  return rows.reduce((sum, { hits, misses }) => ({ hits: sum.hits + hits, misses: sum.misses + misses }), {
    hits: 0,
    misses: 0,
  })
}

test('what several processes count adds up, once each, however often they write at the same time', async () => {
  count('film', 'hits', 3)
  count('film', 'misses')
  await Promise.all([writeMinute(), writeMinute()])
  await writeMinute()
  expect(await sumOf('film')).toEqual({ hits: 3, misses: 1 })
  // Another process, which has counted kinds in another order.
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      count('film', 'hits')
      count('album', 'hits')
      await writeMinute()
    }),
  )
  await writeMinute()
  expect(await sumOf('film')).toEqual({ hits: 23, misses: 1 })
  expect(await sumOf('album')).toEqual({ hits: 20, misses: 0 })
})

test('counts that could not be written are written the next time', async () => {
  count('late', 'hits', 5)
  await db().$executeRaw`ALTER TABLE "CacheMinute" RENAME TO "Elsewhere"`
  await expect(writeMinute()).rejects.toThrow()
  count('late', 'hits')
  await db().$executeRaw`ALTER TABLE "Elsewhere" RENAME TO "CacheMinute"`
  await writeMinute()
  expect(await sumOf('late')).toEqual({ hits: 6, misses: 0 })
})

test('each process says how it does until it ends, and Prometheus can read all of them', async () => {
  const { id } = await createTrack()
  await cached(song, id)
  await vi.waitFor(async () => {
    await cached(song, id)
    expect((await cacheSizes(await liveProcesses())).get('song')?.entries ?? 1).toBe(1)
  })
  countAnswer({ method: 'GET', status: 200, ms: 7 })
  countAnswer({ method: 'GET', status: 204, ms: 70_000 })
  countAnswer({ method: 'BREW', status: 418, ms: 1 })
  const ends = [
    startReports({ name: 'web', everyMs: 50 }),
    startReports({ name: 'realtime', everyMs: 50, gauges: () => ({ sockets: 12, rooms: 3 }) }),
  ]
  await expect.poll(async () => (await liveProcesses()).map(({ name }) => name)).toEqual(['realtime', 'web'])
  const processes = await liveProcesses()
  const facts = { processes, sizes: await cacheSizes(processes), jobs: await jobCounts() }
  const text = prometheusText(metricFamilies(facts))
  expect(text).toMatch(/^earshot_cache_reads_total\{kind="song",answer="miss",process="web-[0-9a-f]{8}"\} 1$/m)
  expect(text).toMatch(/^earshot_http_request_duration_seconds_bucket\{method="GET",status="2xx",.*le="0.01"\} 1$/m)
  expect(text).toMatch(/^earshot_http_request_duration_seconds_count\{method="GET",status="2xx",.*\} 2$/m)
  expect(text).toMatch(/^earshot_http_request_duration_seconds_count\{method="other",status="4xx",.*\} 1$/m)
  expect(text).toMatch(/^earshot_sockets\{process="realtime-[0-9a-f]{8}"\} 12$/m)
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) earshot_\w+ .+|earshot_\w+(\{(\w+="[^"\n]*",?)+\})? [\d.e+-]+)$/)

  await Promise.all(ends.map((end) => end()))
  expect(await liveProcesses()).toEqual([])
})

test('minutes of more than two days ago are forgotten', async () => {
  await db().cacheMinute.create({ data: { minute: new Date(Date.now() - 49 * 3_600_000), kind: 'old', hits: 1 } })
  await forgetOldMinutes()
  expect(await db().cacheMinute.count({ where: { kind: 'old' } })).toBe(0)
})
