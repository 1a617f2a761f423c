import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'

let count = 0

export function createUser(
  fields: { username?: string; displayName?: string; role?: 'user' | 'moderator' | 'admin' } = {},
) {
  const username = fields.username ?? `user${++count}_${randomUUID().slice(0, 8)}`
  return db().user.create({
    data: {
      email: `${username}@example.org`,
      username,
      passwordHash: 'not a hash: nobody signs in with it',
      displayName: fields.displayName ?? username,
      role: fields.role ?? 'user',
    },
  })
}
