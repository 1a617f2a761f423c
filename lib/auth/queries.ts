import { db } from '@/lib/db'

const profileSelect = {
  id: true,
  email: true,
  username: true,
  displayName: true,
  role: true,
  avatarUrl: true,
  createdAt: true,
} as const

/** A user as they see themselves: with the e-mail address, so for nobody else. */
export function profileOf(userId: string) {
  return db().user.findUnique({ where: { id: userId }, select: profileSelect })
}

/** Whatever its case; decides nothing, sign-up does. */
export async function isUsernameFree(username: string): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`SELECT 1 FROM "User" WHERE lower("username") = lower(${username})`
  return rows.length === 0
}

type Account = { id: string; passwordHash: string }

/** By e-mail address or username, whatever the case. A username has no @, so at most one account answers. */
export async function accountByLogin(login: string): Promise<Account | null> {
  const rows = await db().$queryRaw<Account[]>`
    SELECT "id", "passwordHash" FROM "User"
    WHERE lower("email") = lower(${login}) OR lower("username") = lower(${login})
    LIMIT 1`
  return rows[0] ?? null
}
