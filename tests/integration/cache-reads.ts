import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { cached, cachedMany } from '@/lib/cache/read'
import { KINDS } from '@/lib/cache/registry'
import { cacheMetrics, resetCacheMetrics } from '../support/cache-metrics'
import { countedKind, countsOf } from './cache-support'

/** What a read does, wherever things are kept. */
export function testReads(store: 'memory' | 'redis') {
  test(`what was loaded is read from then on, and each reader has a copy of its own (${store})`, async () => {
    const { kind, asked } = countedKind((key) => ({ key, words: ['a'] }))
    const first = await cached(kind, 'x')
    first.words.push('mine')
    expect(await cached(kind, 'x')).toEqual({ key: 'x', words: ['a'] })
    const [one, other] = await Promise.all([cached(kind, 'x'), cached(kind, 'x')])
    one.words.push('mine')
    expect(other.words).toEqual(['a'])
    expect(asked).toEqual(['x'])
  })

  test(`what the loader throws reaches everybody who waits, and is not kept (${store})`, async () => {
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
    expect(await countsOf(kind.kind)).toMatchObject({ loads: 1, loadFailures: 1 })
  })

  test(`many are read together: only what is missing is loaded, in one go (${store})`, async () => {
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

  test(`many without a loader of many are loaded side by side, and one that fails spoils no other (${store})`, async () => {
    const { kind, asked } = countedKind((key) => {
      if (key === 'bad') throw new Error('bad')
      return key
    })
    await expect(cachedMany(kind, ['a', 'bad', 'c'])).rejects.toThrow('bad')
    expect(await cachedMany(kind, ['c', 'a'])).toEqual(['c', 'a'])
    expect(asked).toEqual(['a', 'bad', 'c'])
  })

  test(`arguments without a key are not kept (${store})`, async () => {
    const { kind, asked } = countedKind((key) => key)
    const picky = { ...kind, key: (key: string) => (key === '' ? null : key) }
    await cached(picky, '')
    expect(await cachedMany(picky, ['', 'x', ''])).toEqual(['', 'x', ''])
    expect(asked.filter((key) => key === '')).toHaveLength(3)
  })

  test(`what another shape of the kind has stored is not read (${store})`, async () => {
    const { kind, asked } = countedKind((key) => key)
    await cached(kind, 'x')
    await cached({ ...kind, shape: 2 }, 'x')
    await cached({ ...kind, shape: 2 }, 'x')
    expect(asked).toHaveLength(2)
  })

  test(`each kind is counted (${store})`, async () => {
    resetCacheMetrics()
    const { kind } = countedKind(async (key) => {
      await sleep(20)
      return key === 'none' ? null : key.repeat(1_000)
    })
    await cachedMany(kind, ['a', 'b', 'none'])
    await cachedMany(kind, ['a', 'b', 'none', 'a'])
    await vi.waitFor(async () => expect(await countsOf(kind.kind)).toMatchObject({ entries: 3 }))
    const metrics = await countsOf(kind.kind)
    expect(metrics).toMatchObject({ hits: 3, negativeHits: 1, misses: 3, loads: 3, errors: 0, ratio: 4 / 7 })
    expect(metrics?.meanLoadMs).toBeGreaterThanOrEqual(18)
    expect(metrics?.slowestLoadMs).toBeGreaterThanOrEqual(metrics?.meanLoadMs ?? 0)
    expect(metrics?.bytes).toBeGreaterThan(2_000)
    resetCacheMetrics()
    const { kinds, store: where } = await cacheMetrics()
    expect(where).toBe(store)
    expect(kinds.map((one) => one.kind)).toEqual(KINDS.map((one) => one.kind))
    expect(kinds[0]).toMatchObject({ hits: 0, misses: 0, ratio: null })
  })
}
