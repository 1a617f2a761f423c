import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { mintAccessToken } from '@/lib/auth/access-token'
import { ACCESS_COOKIE, GUEST_COOKIE, REFRESH_COOKIE, SECURE_ACCESS_COOKIE } from '@/lib/auth/cookies'
import { endDevice, startDevice } from '@/lib/auth/devices'
import { accessClaims, renewAccess } from '@/lib/auth/renewal'
import { sign } from '@/lib/auth/signing'
import { identityFromCookies, isDeviceLive, personIdOf, signGuestToken, viewerFromCookies } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { createUser } from '@/tests/factories/users'

const NOBODY = { kind: 'nobody' }
const guestId = '0f9c1f0e-8a4e-4a52-9d0c-0f2f6a6b7c11'

async function signedIn() {
  const user = await createUser({ role: 'moderator' })
  const device = { userId: user.id, deviceId: crypto.randomUUID() }
  const refresh = await startDevice(device, 'Firefox')
  const claims = await accessClaims(device)
  if (!claims) throw new Error('no account')
  const viewer = {
    kind: 'user',
    userId: user.id,
    username: user.username,
    displayName: user.displayName,
    role: 'moderator',
  }
  return { device, refresh, claims, viewer, access: await mintAccessToken(claims) }
}

test('no cookie, and cookies of other programs, are nobody', async () => {
  expect(await viewerFromCookies(null)).toEqual(NOBODY)
  expect(await viewerFromCookies('theme=dark; session=abc; =; ;')).toEqual(NOBODY)
})

test('the session cookie says who it is, with TLS and without', async () => {
  const { access, device, viewer } = await signedIn()
  expect(await viewerFromCookies(`${ACCESS_COOKIE}=${access}`)).toEqual(viewer)
  expect(await identityFromCookies(`a=b; ${SECURE_ACCESS_COOKIE}=${access}`)).toEqual({ viewer, device })
})

test('an expired session counts on only with a live refresh token, which stays as it is', async () => {
  const { claims, refresh, device, viewer } = await signedIn()
  const expired = await encode({ token: claims, secret: process.env.AUTH_SECRET ?? '', maxAge: -60 })
  expect(await viewerFromCookies(`${ACCESS_COOKIE}=${expired}`)).toEqual(NOBODY)
  const both = `${ACCESS_COOKIE}=${expired}; ${REFRESH_COOKIE}=${refresh}`
  expect(await viewerFromCookies(both)).toEqual(viewer)
  expect(await viewerFromCookies(both)).toEqual(viewer)
  expect((await renewAccess(refresh)).ok).toBe(true)
  // The token before stays good for the requests that were under way.
  expect(await viewerFromCookies(both)).toEqual(viewer)
  await endDevice(device)
  expect(await viewerFromCookies(both)).toEqual(NOBODY)
})

test('an old refresh token is nobody, but only a renewal with it ends the device', async () => {
  const { refresh, device } = await signedIn()
  await renewAccess(refresh)
  await db().deviceSession.update({
    where: { userId_deviceId: device },
    data: { rotatedAt: new Date(Date.now() - 31_000) },
  })
  expect(await viewerFromCookies(`${REFRESH_COOKIE}=${refresh}`)).toEqual(NOBODY)
  expect(await isDeviceLive(device)).toBe(true)
})

test('a guest is whom their cookie names; a signed-in guest is the user', async () => {
  const { access, viewer } = await signedIn()
  const guest = `${GUEST_COOKIE}=${await signGuestToken(guestId)}`
  expect(await identityFromCookies(guest)).toEqual({ viewer: { kind: 'guest', guestId }, device: null })
  expect(await viewerFromCookies(`${guest}; ${ACCESS_COOKIE}=${access}`)).toEqual(viewer)
})

test('a forged guest or session is nobody', async () => {
  const token = await signGuestToken(guestId)
  const [header, , signature] = token.split('.')
  const payload = Buffer.from(JSON.stringify({ guestId: crypto.randomUUID(), aud: 'earshot:guest' })).toString(
    'base64url',
  )
  const none = Buffer.from('{"alg":"none"}').toString('base64url')
  const forged = [
    guestId,
    `${header}.${payload}.${signature}`,
    `${none}.${payload}.`,
    await sign('refresh', { guestId }),
    await sign('guest', { guestId: 'admin' }),
  ]
  for (const one of forged) expect(await viewerFromCookies(`${GUEST_COOKIE}=${one}`)).toEqual(NOBODY)
  const foreign = await encode({ token: { sub: guestId }, secret: 'the secret of another installation' })
  const incomplete = await encode({ token: { sub: guestId }, secret: process.env.AUTH_SECRET ?? '' })
  for (const one of [token, foreign, incomplete])
    expect(await viewerFromCookies(`${ACCESS_COOKIE}=${one}`)).toEqual(NOBODY)
})

test('memberships hang on the user or the guest', () => {
  expect(personIdOf({ kind: 'guest', guestId })).toBe(guestId)
  expect(personIdOf({ kind: 'nobody' })).toBeNull()
})
