import { randomUUID } from 'node:crypto'
import { mintAccessToken } from '@/lib/auth/access-token'
import { ACCESS_COOKIE } from '@/lib/auth/cookies'
import { db } from '@/lib/db'
import { createUser } from './users'

/** A user with a signed-in device, and the cookie header that proves it. */
export async function createSignedIn(fields: Parameters<typeof createUser>[0] = {}) {
  const user = await createUser(fields)
  const deviceId = randomUUID()
  await db().deviceSession.create({
    data: {
      userId: user.id,
      deviceId,
      refreshTokenHash: randomUUID(),
      userAgent: 'test',
      expiresAt: new Date(Date.now() + 3600_000),
    },
  })
  const { username, displayName, role } = user
  const token = await mintAccessToken({ sub: user.id, deviceId, username, displayName, role })
  return { user, cookie: `${ACCESS_COOKIE}=${token}` }
}
