import { randomUUID } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import { closeBus, publish, subscribe } from '@/lib/bus'
import type { BusMessage } from '@/lib/events'
import { redisServerPath, startRedis } from '../support/redis'

afterAll(closeBus)

const closed = (roomId: string, version: number): BusMessage => ({ roomId, event: { type: 'room:closed', version } })

test.skipIf(!redisServerPath)('messages go through Redis, and through PostgreSQL while Redis is away', async () => {
  const redis = await startRedis()
  process.env.REDIS_URL = redis.url
  const versions: number[] = []
  let gaps = 0
  const roomId = randomUUID()
  const stop = await subscribe(
    (message) => 'event' in message && versions.push(message.event.version),
    () => {
      gaps += 1
    },
  )
  const untilHeard = async (version: number) =>
    vi.waitFor(
      async () => {
        await publish(closed(roomId, version))
        expect(versions).toContain(version)
      },
      { timeout: 8000, interval: 100 },
    )

  await untilHeard(1)
  const sent = Array.from({ length: 100 }, (_, index) => index + 100)
  await Promise.all(sent.map((version) => publish(closed(roomId, version))))
  await vi.waitFor(() => expect(versions).toContain(199))
  expect(versions.filter((version) => version >= 100)).toEqual(sent)

  await redis.kill()
  const startedAt = performance.now()
  await publish(closed(roomId, 200))
  expect(performance.now() - startedAt).toBeLessThan(1500)
  await vi.waitFor(() => expect(versions.at(-1)).toBe(200))

  await redis.start()
  await vi.waitFor(() => expect(gaps).toBe(1), { timeout: 8000 })
  await untilHeard(201)
  await stop()
  await closeBus()
  await redis.stop()
})
