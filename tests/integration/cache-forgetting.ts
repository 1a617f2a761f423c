import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { invalidate, invalidateKind, invalidateMatching, invalidateSoon } from '@/lib/cache/invalidate'
import { cached, cachedMany } from '@/lib/cache/read'
import { state } from '@/lib/cache/state'
import { countedKind, countsOf } from './cache-support'

/** What an invalidation does, wherever things are kept. */
export function testForgetting(store: 'memory' | 'redis') {
  test(`after an invalidation the next read is fresh, for the keys named only (${store})`, async () => {
    const { kind, asked } = countedKind((key) => key)
    await cachedMany(kind, ['a', 'b', 'c'])
    await invalidate(kind, 'a', 'c')
    await cachedMany(kind, ['a', 'b', 'c'])
    expect(asked).toEqual(['a', 'b', 'c', 'a', 'c'])
  })

  test(`a pattern takes what matches it, whatever signs the keys have (${store})`, async () => {
    const { kind, asked } = countedKind((key) => key)
    const keys = ['abc:v2', 'abd:v2', 'abc:v1', 'x*y', 'xzy', '[q]', 'q', 'a\\b']
    const taken = async (pattern: string) => {
      await cachedMany(kind, keys)
      asked.length = 0
      await invalidateMatching(kind, pattern)
      await cachedMany(kind, keys)
      return [...asked]
    }
    expect(await taken('ab*')).toEqual(['abc:v2', 'abd:v2', 'abc:v1'])
    expect(await taken('ab?:v2')).toEqual(['abc:v2', 'abd:v2'])
    expect(await taken('ab[a-c]:*')).toEqual(['abc:v2', 'abc:v1'])
    expect(await taken('ab[^c]:*')).toEqual(['abd:v2'])
    expect(await taken('x\\*y')).toEqual(['x*y'])
    expect(await taken('\\[q\\]')).toEqual(['[q]'])
    expect(await taken('a\\\\b')).toEqual(['a\\b'])
    expect(await taken('nothing*')).toEqual([])
  })

  test(`a kind is emptied as a whole, and its neighbours stay (${store})`, async () => {
    const { kind, asked } = countedKind((key) => key)
    const neighbour = countedKind((key) => key)
    const longer = { ...neighbour, kind: { ...neighbour.kind, kind: `${kind.kind}-too` } }
    await cachedMany(kind, ['', 'a', 'b'])
    await cached(longer.kind, 'a')
    await invalidateKind(kind)
    await cachedMany(kind, ['', 'a', 'b'])
    await cached(longer.kind, 'a')
    expect([asked.length, neighbour.asked.length]).toEqual([6, 1])
  })

  test(`a load that began before an invalidation is neither joined afterwards nor kept (${store})`, async () => {
    let truth = 'before'
    const { kind, asked } = countedKind(async () => {
      const read = truth
      await sleep(200)
      return read
    })
    for (const forget of [
      () => invalidate(kind, 'x'),
      () => invalidateMatching(kind, 'x'),
      () => invalidateKind(kind),
    ]) {
      truth = 'before'
      const early = cached(kind, 'x')
      await vi.waitFor(() => expect(asked).toHaveLength(1), { interval: 5 })
      truth = 'after'
      await forget()
      expect(await cached(kind, 'x')).toBe('after')
      expect(await early).toBe('before')
      expect(await cached(kind, 'x')).toBe('after')
      await invalidate(kind, 'x')
      asked.length = 0
    }
  })

  test(`whatever the timing, nobody reads what was true before an invalidation had ended (${store})`, async () => {
    let truth = 0
    let settled = 0
    const { kind } = countedKind(async () => {
      const read = truth
      await sleep(Math.random() * 8)
      return read
    }, 60)
    const until = performance.now() + 1_000
    const read = async () => {
      while (performance.now() < until) {
        const least = settled
        expect(await cached(kind, 'x')).toBeGreaterThanOrEqual(least)
        await sleep(Math.random() * 4)
      }
    }
    const write = async () => {
      while (performance.now() < until) {
        truth += 1
        const written = truth
        await invalidate(kind, 'x')
        settled = Math.max(settled, written)
        await sleep(Math.random() * 25)
      }
    }
    await Promise.all([...Array.from({ length: 20 }, read), write(), write()])
    expect(truth).toBeGreaterThan(10)
  })

  test(`events that come thick and fast cost one invalidation, soon after the first (${store})`, async () => {
    state().soonMs = 300
    const { kind } = countedKind((_key, times) => times)
    await cached(kind, 'x')
    const events = setInterval(() => invalidateSoon(kind), 5)
    await vi.waitFor(async () => expect(await cached(kind, 'x')).toBe(2), { timeout: 10_000, interval: 10 })
    clearInterval(events)
    expect(await countsOf(kind.kind)).toMatchObject({ invalidations: 1, loads: 2 })
  })
}
