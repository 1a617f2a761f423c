import { NextRequest } from 'next/server'
import { afterAll, expect, test } from 'vitest'
import { POST } from '@/app/api/rooms/[code]/playback/route'
import { closeBus } from '@/lib/bus'
import { cookieOf, createParty } from '../factories/room-sockets'

afterAll(closeBus)

async function post(code: string, body: unknown, cookie?: string, headers: Record<string, string> = {}) {
  const request = new NextRequest(`http://localhost:3000/api/rooms/${code}/playback`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers, ...(cookie ? { cookie } : {}) },
  })
  const response = await POST(request, { params: Promise.resolve({ code }) })
  return { status: response.status, body: await response.json() }
}

test('a command answers with the playback', async () => {
  const { room, moderator, streams } = await createParty(60_000)
  const { status, body } = await post(room.code, { action: 'play' }, await cookieOf(moderator))
  expect(status).toBe(200)
  expect(body).toEqual({
    playback: { version: 2, queueId: streams[0]?.queueId, isPlaying: true, positionMs: 0, at: expect.any(Number) },
  })
})

test('each refusal has its status', async () => {
  const { room, moderator, listener } = await createParty()
  const cookie = await cookieOf(moderator)
  const other = await createParty()
  const answers = await Promise.all([
    post(room.code, { action: 'play' }),
    post(room.code, { action: 'play' }, await cookieOf(other.listener)),
    post(room.code, { action: 'play' }, await cookieOf(listener)),
    post('ZZZZZZ', { action: 'play' }, cookie),
    post(room.code, { action: 'play' }, cookie),
    post(room.code, { action: 'dance' }, cookie),
    post(room.code, { action: 'seek', positionMs: null }, cookie),
    post(room.code, 'play', cookie),
    post(room.code, { action: 'play' }, cookie, { origin: 'https://elsewhere.example' }),
  ])
  expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual([
    [403, 'not_member'],
    [403, 'not_member'],
    [403, 'forbidden'],
    [404, 'room_not_found'],
    [409, 'nothing_to_play'],
    [400, 'invalid_input'],
    [400, 'invalid_input'],
    [400, 'invalid_input'],
    [403, 'forbidden'],
  ])
  expect(answers[6]?.body.error.fields).toHaveProperty('positionMs')
})

test('codes cannot be found by trying to command them', async () => {
  const { room, moderator, listener } = await createParty(60_000)
  const cookie = await cookieOf(listener)
  const tries = []
  for (let n = 0; n < 31; n++) tries.push((await post('AAAAAA', { action: 'play' }, cookie)).body.error.code)
  expect(tries.slice(-2)).toEqual(['room_not_found', 'rate_limited'])
  expect((await post(room.code, { action: 'play' }, await cookieOf(moderator))).status).toBe(200)
})
