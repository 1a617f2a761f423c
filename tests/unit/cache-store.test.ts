import { afterEach, expect, test, vi } from 'vitest'
import { decode, encode } from '@/lib/cache/entry'
import { escapeGlob, globToRegExp } from '@/lib/cache/glob'
import { defineKind, keyOf, kindOfKey } from '@/lib/cache/kind'
import { memoryStore } from '@/lib/cache/memory-store'
import { LEASE_MS } from '@/lib/cache/store'

afterEach(() => {
  vi.useRealTimers()
})

const MINUTE = 60_000

/** Puts a text as a reader who has loaded it does. */
async function keep(store: ReturnType<typeof memoryStore>, key: string, text: string, ttlMs = MINUTE) {
  await store.claim([{ key, seen: null }], 'me')
  await store.put([{ key, text, ttlMs }], 'me')
}

test('memory stays within its bytes, and what was read least lately goes', async () => {
  const store = memoryStore({ maxBytes: 1_000_000 })
  const text = 'x'.repeat(10_000)
  await keep(store, 'song:read', text)
  for (let n = 0; n < 500; n++) {
    await keep(store, `song:${n}`, text)
    await store.get(['song:read'])
  }
  const size = (await store.measure(['song'])).get('song')
  expect(size?.bytes).toBeLessThanOrEqual(1_000_000)
  expect(size?.entries).toBeGreaterThan(40)
  expect(await store.get(['song:read', 'song:0', 'song:499'])).toEqual([text, null, text])
})

test('one value may not push out the others', async () => {
  const store = memoryStore({ maxBytes: 1_000_000 })
  await keep(store, 'song:small', 'small')
  await keep(store, 'song:huge', 'x'.repeat(100_000))
  expect(await store.get(['song:small', 'song:huge'])).toEqual(['small', null])
})

test('an entry ends with its time, and none outlives what the store allows', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const store = memoryStore({ maxBytes: 1_000_000 })
  const short = memoryStore({ maxBytes: 1_000_000, longestMs: 2_000 })
  await keep(store, 'a', 'text', 10_000)
  await keep(short, 'a', 'text', 10_000)
  vi.setSystemTime(Date.now() + 1_999)
  expect([await store.get(['a']), await short.get(['a'])]).toEqual([['text'], ['text']])
  vi.setSystemTime(Date.now() + 2)
  expect([await store.get(['a']), await short.get(['a'])]).toEqual([['text'], [null]])
  vi.setSystemTime(Date.now() + 8_000)
  expect(await store.get(['a'])).toEqual([null])
  expect((await store.measure(['a'])).get('a')).toBeUndefined()
})

test('a claim is one reader’s, until it is released, dropped, or not renewed', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const store = memoryStore({ maxBytes: 1_000_000 })
  const claim = async (token: string) => (await store.claim([{ key: 'a', seen: null }], token))[0]
  expect([await claim('one'), await claim('two')]).toEqual(['mine', 'busy'])
  await store.release(['a'], 'two')
  expect(await claim('two')).toBe('busy')
  await store.release(['a'], 'one')
  expect(await claim('two')).toBe('mine')
  vi.setSystemTime(Date.now() + LEASE_MS - 1)
  await store.renew(['a'], 'two')
  vi.setSystemTime(Date.now() + LEASE_MS - 1)
  expect(await claim('three')).toBe('busy')
  vi.setSystemTime(Date.now() + 2)
  expect(await claim('three')).toBe('mine')
  await store.put([{ key: 'a', text: 'late', ttlMs: MINUTE }], 'two')
  expect(await store.get(['a'])).toEqual([null])
  await store.drop(['a'])
  await store.put([{ key: 'a', text: 'out of date', ttlMs: MINUTE }], 'three')
  expect(await store.get(['a'])).toEqual([null])
})

test('a claim on what has come meanwhile returns it, unless it is what was of no use', async () => {
  const store = memoryStore({ maxBytes: 1_000_000 })
  await keep(store, 'a', 'new')
  expect(await store.claim([{ key: 'a', seen: null }], 'me')).toEqual([{ text: 'new' }])
  expect(await store.claim([{ key: 'a', seen: 'old' }], 'me')).toEqual([{ text: 'new' }])
  expect(await store.claim([{ key: 'a', seen: 'new' }], 'me')).toEqual(['mine'])
})

test('an entry is due in the last tenth of its life', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const kind = defineKind({ kind: 'k', key: (key: string) => key, ttlMs: 100_000, loader: async () => ({ a: 1 }) })
  const { text, ttlMs } = encode(kind, { a: 1 })
  expect(ttlMs).toBe(100_000)
  expect(decode(kind, text)?.isDue).toBe(false)
  vi.setSystemTime(Date.now() + 89_999)
  expect(decode(kind, text)?.isDue).toBe(false)
  vi.setSystemTime(Date.now() + 1)
  expect(decode(kind, text)?.isDue).toBe(true)
})

test('damaged entries and those of another shape are none', () => {
  const kind = defineKind({ kind: 'k', key: (key: string) => key, ttlMs: 1_000, loader: async () => 'ü\n"' })
  const { text } = encode(kind, 'ü\n"')
  expect(decode(kind, text)?.take()).toBe('ü\n"')
  for (const broken of ['', '\n', 'nonsense', '{"a":1}', text.slice(0, -1), text.replace('\n', ' ')])
    expect(decode(kind, broken), broken).toBeNull()
  expect(decode({ ...kind, shape: 2 }, text)).toBeNull()
})

test('keys begin with their kind, and are told apart by it', () => {
  const kind = defineKind({ kind: 'home:shelves', key: (key: string) => key, ttlMs: 1_000, loader: async () => null })
  expect([keyOf(kind, ''), keyOf(kind, 'a')]).toEqual(['home:shelves', 'home:shelves:a'])
  expect(kindOfKey('home:shelves', ['home:shelves', 'song'])).toBe('home:shelves')
  expect(kindOfKey('song:1', ['home:shelves', 'song'])).toBe('song')
  expect(kindOfKey('songs:1', ['home:shelves', 'song'])).toBeUndefined()
})

test('a pattern means what it means to Redis', () => {
  const matches = (pattern: string, text: string) => globToRegExp(pattern).test(text)
  expect(matches('a*', 'a\nb')).toBe(true)
  expect(matches('a.c', 'abc')).toBe(false)
  expect(matches('[a-c]?', 'bz')).toBe(true)
  expect(matches('[^a-c]', 'b')).toBe(false)
  expect(matches('[a\\]]', ']')).toBe(true)
  expect(matches('(+)|$^', '(+)|$^')).toBe(true)
  expect(matches('\\*', 'x')).toBe(false)
  for (const text of ['a*b', '[x]', 'a\\b', '?', 'plain-{1}']) expect(matches(escapeGlob(text), text), text).toBe(true)
})
