import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { cached } from '@/lib/cache/read'
import { age, countedKind, countsOf } from './cache-support'

/** What an entry's age does, wherever it is kept. */
export function testAgeing(store: 'memory' | 'redis') {
  test(`500 readers of a key that is missing or has just run out make one load (${store})`, async () => {
    const { kind, asked } = countedKind(async (_key, times) => {
      await sleep(50)
      return times
    })
    const crowd = () => Promise.all(Array.from({ length: 500 }, () => cached(kind, 'hot')))
    expect(new Set(await crowd())).toEqual(new Set([1]))
    await kept(() => age(kind, 'hot', 60_000))
    expect(new Set(await crowd())).toEqual(new Set([2]))
    expect(asked).toHaveLength(2)
  })

  test(`that there is nothing is remembered too, but shortly (${store})`, async () => {
    const { kind, asked } = countedKind(() => null)
    for (let n = 0; n < 3; n++) expect(await cached(kind, 'x')).toBeNull()
    expect(asked).toHaveLength(1)
    await kept(() => age(kind, 'x', 30_000))
    expect(await cached(kind, 'x')).toBeNull()
    expect(asked).toHaveLength(2)
    expect(await countsOf(kind.kind)).toMatchObject({ hits: 0, negativeHits: 2, misses: 2, loads: 2 })
  })

  test(`in the last tenth of its life an entry is loaded anew once, and nobody waits (${store})`, async () => {
    let finish = () => {}
    const { kind, asked } = countedKind(async (_key, times) => {
      if (times > 1)
        await new Promise<void>((resolve) => {
          finish = resolve
        })
      return times
    })
    await cached(kind, 'hot')
    await kept(() => age(kind, 'hot', 50_000))
    await cached(kind, 'hot')
    expect(asked).toHaveLength(1)
    await age(kind, 'hot', 55_000)
    // The loader has not been let go yet, so whoever waited for it would wait for ever.
    expect(await Promise.all(Array.from({ length: 50 }, () => cached(kind, 'hot')))).toEqual(Array(50).fill(1))
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    expect(await cached(kind, 'hot')).toBe(1)
    finish()
    await vi.waitFor(async () => expect(await cached(kind, 'hot')).toBe(2), { timeout: 5_000, interval: 10 })
    expect(asked).toHaveLength(2)
    expect(await countsOf(kind.kind)).toMatchObject({ misses: 1, loads: 2, refreshes: 1 })
  })

  test(`a refresh that fails leaves what is there, and is not tried by every read (${store})`, async () => {
    const { kind, asked } = countedKind(() => {
      if (asked.length > 1) throw new Error('The database is away.')
      return 'old'
    })
    await cached(kind, 'x')
    await kept(() => age(kind, 'x', 57_000))
    expect(await cached(kind, 'x')).toBe('old')
    await vi.waitFor(async () => expect((await countsOf(kind.kind))?.loadFailures).toBe(1), { interval: 5 })
    for (let n = 0; n < 5; n++) expect(await cached(kind, 'x')).toBe('old')
    expect(asked).toHaveLength(2)
  })
}

/** Nobody waits until what was loaded has been stored: it may be there a moment later. */
const kept = (work: () => Promise<void>) => vi.waitFor(work, { interval: 5 })
