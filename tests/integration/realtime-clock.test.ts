import { expect, test } from 'vitest'
import { ClockFilter } from '@/lib/playback/clock'
import { databaseNow } from '@/lib/playback/queries'
import { openSocket } from '../factories/room-sockets'
import { realtimePort } from '../support/realtime'

const ports = [await realtimePort(), await realtimePort()] as const

async function syncedClock(port: number) {
  const client = await openSocket(port)
  const filter = new ClockFilter()
  for (let count = 0; count < 8; count++) {
    const t0 = performance.now()
    const { t1, t2 } = await client.ask('clock:ping', { t0 })
    filter.add({ t0, t1: Number(t1), t2: Number(t2), t3: performance.now() })
  }
  client.close()
  return filter
}

test('eight pings over loopback find the shared clock to within 2 ms, through whichever process', async () => {
  const clocks = await Promise.all(ports.map(syncedClock))
  for (const clock of clocks) {
    // The database may answer late on a busy machine, so the best of several looks counts.
    const errors = []
    for (let count = 0; count < 10; count++) {
      const before = clock.toServer(performance.now())
      const now = await databaseNow()
      const after = clock.toServer(performance.now())
      errors.push(Math.max(0, before - now, now - after))
    }
    expect(Math.min(...errors)).toBeLessThan(2)
  }
  const now = performance.now()
  expect(Math.abs((clocks[0]?.toServer(now) ?? 0) - (clocks[1]?.toServer(now) ?? 0))).toBeLessThan(2)
})

test('the answer names the instants of receiving and sending, in order, on a clock that never goes back', async () => {
  const client = await openSocket(ports[0])
  let last = 0
  for (let count = 0; count < 50; count++) {
    const { t0, t1, t2 } = await client.ask('clock:ping', { t0: count })
    expect(t0).toBe(count)
    expect(Number(t1)).toBeGreaterThanOrEqual(last)
    expect(Number(t2)).toBeGreaterThanOrEqual(Number(t1))
    last = Number(t2)
  }
  client.close()
})
