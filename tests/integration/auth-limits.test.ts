import { expect, test } from 'vitest'
import { countTry, resetLimit, takeToken } from '@/lib/rate-limit'

test('a limit lets its number of tries pass and then says how long to wait', async () => {
  for (let n = 0; n < 20; n++) expect(await takeToken('chat', 'member-1')).toEqual({ ok: true, value: undefined })
  const refused = await takeToken('chat', 'member-1')
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: 'rate_limited', message: 'That was a lot in a short time. Wait 10 seconds, then go on.' },
  })
  expect(!refused.ok && refused.refusal.retryAfterMs).toBeGreaterThan(9000)
})

test('one member’s tries are not another’s, nor another limit’s', async () => {
  for (let n = 0; n < 21; n++) await takeToken('chat', 'member-2')
  expect(await takeToken('chat', 'member-3')).toMatchObject({ ok: true })
  expect(await takeToken('vote', 'member-2')).toMatchObject({ ok: true })
})

test('a party of a hundred behind one address signs up and in', async () => {
  const address = '192.168.1.7'
  for (const limit of ['signUp', 'signInAddress', 'usernameCheck', 'joinByCodeAddress'] as const) {
    for (let n = 0; n < 250; n++) expect(await takeToken(limit, address)).toMatchObject({ ok: true })
  }
})

test('tries count down and can be given back', async () => {
  expect((await countTry('signIn', 'account')).left).toBe(4)
  expect((await countTry('signIn', 'account')).left).toBe(3)
  await resetLimit('signIn', 'account')
  expect((await countTry('signIn', 'account')).left).toBe(4)
})
