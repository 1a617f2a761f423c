import { expect, expectTypeOf, test } from 'vitest'
import type { TrackSummary } from '@/lib/catalog/track'
import { type CallAnswer, type CallInput, callsThrough } from '@/lib/openapi/calls'
import { ok } from '@/lib/result'

test('a typed call becomes an address, a method and a body', async () => {
  const carried: unknown[] = []
  const call = callsThrough(async (...what) => {
    carried.push(what)
    return ok(null)
  })
  await call('get', '/api/search', { query: { q: 'a & b', limit: 5 } })
  await call('post', '/api/rooms/{code}/streams', { params: { code: 'A/B?' }, body: { trackId: 'x' } })
  await call('get', '/api/health')
  await call('get', '/api/tracks', { query: { cursor: undefined } })
  expect(carried).toEqual([
    ['GET', '/api/search?q=a+%26+b&limit=5', undefined],
    ['POST', '/api/rooms/A%2FB%3F/streams', { trackId: 'x' }],
    ['GET', '/api/health', undefined],
    ['GET', '/api/tracks', undefined],
  ])
})

test('the compiler knows what a call takes and answers', () => {
  expectTypeOf<CallAnswer<'/api/search', 'get'>['items'][number]>().toEqualTypeOf<TrackSummary>()
  expectTypeOf<CallAnswer<'/api/rooms/{code}', 'delete'>>().toEqualTypeOf<undefined>()
  expectTypeOf<CallInput<'/api/admin/songs/{id}/block', 'put'>>().toExtend<{
    params: { id: string }
    body: { reason: string }
  }>()
})
