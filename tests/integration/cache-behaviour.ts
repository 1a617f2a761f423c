import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { invalidate, invalidateKind, invalidateMatching, invalidateSoon } from '@/lib/cache/invalidate'
import { defineKind, type Json } from '@/lib/cache/kind'
import { cacheMetrics, resetCacheMetrics } from '@/lib/cache/metrics'
import { cached, cachedMany } from '@/lib/cache/read'
import { state } from '@/lib/cache/state'

/** A kind of its own for a test, whose loader notes what it was asked for. */
export function countedKind<V extends Json>(load: (key: string, times: number) => Promise<V> | V, ttlMs = 60_000) {
  const asked: string[] = []
  const loader = async (key: string) => {
    asked.push(key)
    return load(key, asked.length)
  }
  const kind = defineKind({ kind: `test-${randomUUID()}`, key: (key: string) => key, ttlMs, loader })
  return { kind, asked }
}

/** A machine so busy that Redis does not answer within 40 ms proves nothing: then once more. */
export function behaves(what: string, prove: () => Promise<void>, timeout = 60_000) {
  const errors = () => [...state().counts.values()].reduce((sum, { total }) => sum + total.errors, 0)
  test(
    what,
    async () => {
      for (let attempt = 0; ; attempt++) {
        const before = errors()
        try {
          return await prove()
        } catch (error) {
          if (errors() === before || attempt === 3) throw error
          await sleep(500)
        }
      }
    },
    timeout,
  )
}

/** What does not depend on where it is kept. */
export function testBehaviour(store: 'memory' | 'redis') {
  behaves(`what was loaded is read from then on, and each reader has a copy of its own (${store})`, async () => {
    const { kind, asked } = countedKind((key) => ({ key, words: ['a'] }))
    const first = await cached(kind, 'x')
    first.words.push('mine')
    expect(await cached(kind, 'x')).toEqual({ key: 'x', words: ['a'] })
    const [one, other] = await Promise.all([cached(kind, 'x'), cached(kind, 'x')])
    one.words.push('mine')
    expect(other.words).toEqual(['a'])
    expect(asked).toEqual(['x'])
  })

  behaves(`500 readers of a key that is missing or has just run out make one load (${store})`, async () => {
    const { kind, asked } = countedKind(async (_key, times) => {
      await sleep(50)
      return times
    }, 400)
    const crowd = () => Promise.all(Array.from({ length: 500 }, () => cached(kind, 'hot')))
    expect(new Set(await crowd())).toEqual(new Set([1]))
    await sleep(450)
    expect(new Set(await crowd())).toEqual(new Set([2]))
    expect(asked).toHaveLength(2)
  })

  behaves(`that there is nothing is remembered too, but shortly (${store})`, async () => {
    const { kind, asked } = countedKind(() => null)
    const short = { ...kind, missingTtlMs: 300 }
    for (let n = 0; n < 3; n++) expect(await cached(short, 'x')).toBeNull()
    expect(asked).toHaveLength(1)
    await sleep(350)
    expect(await cached(short, 'x')).toBeNull()
    expect(asked).toHaveLength(2)
    expect(await metricsOf(kind.kind)).toMatchObject({ hits: 0, negativeHits: 2, misses: 2, loads: 2 })
  })

  behaves(`in the last tenth of its life an entry is loaded anew once, and nobody waits (${store})`, async () => {
    const { kind, asked } = countedKind(async (_key, times) => {
      if (times > 1) await sleep(400)
      return times
    }, 8_000)
    await cached(kind, 'hot')
    await sleep(6_700)
    await cached(kind, 'hot')
    expect(asked).toHaveLength(1)
    await sleep(700)
    const startedAt = performance.now()
    expect(await Promise.all(Array.from({ length: 50 }, () => cached(kind, 'hot')))).toEqual(Array(50).fill(1))
    expect(performance.now() - startedAt).toBeLessThan(350)
    await vi.waitFor(async () => expect(await cached(kind, 'hot')).toBe(2), { timeout: 5_000, interval: 100 })
    await sleep(150)
    expect(await cached(kind, 'hot')).toBe(2)
    expect(asked).toHaveLength(2)
    expect(await metricsOf(kind.kind)).toMatchObject({ misses: 1, loads: 2, refreshes: 1 })
  })

  behaves(`a refresh that fails leaves what is there, and is not tried by every read (${store})`, async () => {
    const { kind, asked } = countedKind(() => {
      if (asked.length > 1) throw new Error('The database is away.')
      return 'old'
    }, 3_000)
    await cached(kind, 'x')
    await sleep(2_720)
    for (let n = 0; n < 5; n++) {
      expect(await cached(kind, 'x')).toBe('old')
      await sleep(10)
    }
    expect(asked).toHaveLength(2)
  })

  behaves(`what the loader throws reaches everybody who waits, and is not kept (${store})`, async () => {
    const { kind, asked } = countedKind(async () => {
      await sleep(20)
      if (asked.length === 1) throw new Error('broken')
      return 'whole'
    })
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => cached(kind, 'x')))
    expect(answers.every((answer) => answer.status === 'rejected' && String(answer.reason).includes('broken'))).toBe(
      true,
    )
    expect(await cached(kind, 'x')).toBe('whole')
    expect(asked).toHaveLength(2)
    expect(await metricsOf(kind.kind)).toMatchObject({ loads: 1, loadFailures: 1 })
  })

  behaves(`many are read together: only what is missing is loaded, in one go (${store})`, async () => {
    const batches: string[][] = []
    const { kind } = countedKind<string>((key) => `value of ${key}`)
    const loaderMany = async (keys: string[]) => {
      batches.push(keys)
      return keys.map((key) => `value of ${key}`)
    }
    const many = { ...kind, loaderMany }
    await cached(many, 'b')
    const keys = ['a', 'b', 'c', 'a']
    expect(await cachedMany(many, keys)).toEqual(keys.map((key) => `value of ${key}`))
    expect(await cachedMany(many, keys)).toEqual(keys.map((key) => `value of ${key}`))
    expect(batches).toEqual([['b'], ['a', 'c']])
    const numbers = Array.from({ length: 1_050 }, (_, index) => `n${index}`)
    expect(await cachedMany(many, numbers)).toEqual(numbers.map((key) => `value of ${key}`))
    expect(await cachedMany(many, [])).toEqual([])
  })

  behaves(
    `many without a loader of many are loaded side by side, and one that fails spoils no other (${store})`,
    async () => {
      const { kind, asked } = countedKind((key) => {
        if (key === 'bad') throw new Error('bad')
        return key
      })
      await expect(cachedMany(kind, ['a', 'bad', 'c'])).rejects.toThrow('bad')
      expect(await cachedMany(kind, ['c', 'a'])).toEqual(['c', 'a'])
      expect(asked).toEqual(['a', 'bad', 'c'])
    },
  )

  behaves(`arguments without a key are not kept (${store})`, async () => {
    const { kind, asked } = countedKind((key) => key)
    const picky = { ...kind, key: (key: string) => (key === '' ? null : key) }
    await cached(picky, '')
    expect(await cachedMany(picky, ['', 'x', ''])).toEqual(['', 'x', ''])
    expect(asked.filter((key) => key === '')).toHaveLength(3)
  })

  behaves(`what another shape of the kind has stored is not read (${store})`, async () => {
    const { kind, asked } = countedKind((key) => key)
    await cached(kind, 'x')
    await cached({ ...kind, shape: 2 }, 'x')
    await cached({ ...kind, shape: 2 }, 'x')
    expect(asked).toHaveLength(2)
  })

  behaves(`after an invalidation the next read is fresh, for the keys named only (${store})`, async () => {
    const { kind, asked } = countedKind((key) => key)
    await cachedMany(kind, ['a', 'b', 'c'])
    await invalidate(kind, 'a', 'c')
    await cachedMany(kind, ['a', 'b', 'c'])
    expect(asked).toEqual(['a', 'b', 'c', 'a', 'c'])
  })

  behaves(`a pattern takes what matches it, whatever signs the keys have (${store})`, async () => {
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

  behaves(`a kind is emptied as a whole, and its neighbours stay (${store})`, async () => {
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

  behaves(`a load that began before an invalidation is neither joined afterwards nor kept (${store})`, async () => {
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

  behaves(`whatever the timing, nobody reads what was true before an invalidation had ended (${store})`, async () => {
    let truth = 0
    let settled = 0
    const { kind } = countedKind(async () => {
      const read = truth
      await sleep(Math.random() * 8)
      return read
    }, 60)
    const until = performance.now() + 2_000
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
    expect(truth).toBeGreaterThan(20)
  })

  behaves(`events that come thick and fast cost one invalidation, within ten seconds (${store})`, async () => {
    const { kind } = countedKind((_key, times) => times)
    await cached(kind, 'x')
    const startedAt = performance.now()
    const events = setInterval(() => invalidateSoon(kind), 5)
    await vi.waitFor(async () => expect(await cached(kind, 'x')).toBe(2), { timeout: 10_000, interval: 50 })
    clearInterval(events)
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    expect(await metricsOf(kind.kind)).toMatchObject({ invalidations: 1, loads: 2 })
  })

  behaves(`each kind is counted, in all and by the minute (${store})`, async () => {
    resetCacheMetrics()
    const { kind } = countedKind(async (key) => {
      await sleep(20)
      return key === 'none' ? null : key.repeat(1_000)
    })
    await cachedMany(kind, ['a', 'b', 'none'])
    await cachedMany(kind, ['a', 'b', 'none', 'a'])
    await vi.waitFor(async () => expect(await metricsOf(kind.kind)).toMatchObject({ entries: 3 }))
    const metrics = await metricsOf(kind.kind)
    expect(metrics).toMatchObject({ hits: 3, negativeHits: 1, misses: 3, loads: 3, errors: 0, ratio: 4 / 7 })
    expect(metrics?.meanLoadMs).toBeGreaterThanOrEqual(18)
    expect(metrics?.slowestLoadMs).toBeGreaterThanOrEqual(metrics?.meanLoadMs ?? 0)
    expect(metrics?.bytes).toBeGreaterThan(2_000)
    expect(metrics?.minutes.reduce((sum, { counts }) => sum + counts.hits, 0)).toBe(3)
    resetCacheMetrics()
    const { kinds, store: where } = await cacheMetrics()
    expect(where).toBe(store)
    expect(kinds.map((one) => one.kind)).toEqual(['search', 'song', 'trending'])
    expect(kinds[0]).toMatchObject({ hits: 0, misses: 0, ratio: null, minutes: [] })
  })
}

export async function metricsOf(kind: string) {
  return (await cacheMetrics()).kinds.find((one) => one.kind === kind)
}
