import { db, Prisma } from '@/lib/db'
import { countTry, inWords, resetLimit, takeToken } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { hashPassword, passwordMatches } from './password'
import { accountByLogin, hasDevice, takenFields } from './queries'
import type { SignUp } from './schema'

export type NewUser = {
  id: string
  username: string
  email: string
  displayName: string
  role: 'user' | 'moderator' | 'admin'
}

const SIGN_UP_LOCK = 173_001

/** Makes an account; the first of an installation is an admin's. Refuses `taken`, with a sentence per field. */
export async function signUp(input: SignUp): Promise<Result<NewUser>> {
  const passwordHash = await hashPassword(input.password)
  const fresh = { ...input, passwordHash }
  const [user] = await insertAmongOthers(fresh)
  if (user) return ok(user)
  const fields = await takenFields(input)
  if (Object.keys(fields).length > 0) return taken(fields)
  const [first] = await insertFirst(fresh)
  return first ? ok(first) : taken(await takenFields(input))
}

type Fresh = SignUp & { passwordHash: string }

const returned = Prisma.sql`RETURNING "id", "username", "email", "displayName", "role"`

// One statement without a lock: whoever is not alone is no admin.
function insertAmongOthers({ email, username, passwordHash, displayName }: Fresh): Promise<NewUser[]> {
  return db().$queryRaw<NewUser[]>`
    INSERT INTO "User" ("email", "username", "passwordHash", "displayName")
    SELECT ${email}, ${username}, ${passwordHash}, ${displayName ?? username} WHERE EXISTS (SELECT 1 FROM "User")
    ON CONFLICT DO NOTHING ${returned}`
}

// Those who find nobody go one by one, so that exactly one of them is the first.
function insertFirst({ email, username, passwordHash, displayName }: Fresh): Promise<NewUser[]> {
  return db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SIGN_UP_LOCK}::bigint)`
      return tx.$queryRaw<NewUser[]>`
        INSERT INTO "User" ("email", "username", "passwordHash", "displayName", "role")
        SELECT ${email}, ${username}, ${passwordHash}, ${displayName ?? username},
          CASE WHEN EXISTS (SELECT 1 FROM "User") THEN 'user' ELSE 'admin' END::"UserRole"
        ON CONFLICT DO NOTHING ${returned}`
    },
    { maxWait: 15_000, timeout: 15_000 },
  )
}

function taken(fields: Record<string, string>): Result<never> {
  return refuse('taken', 'That account exists already.', fields)
}

export type SignInAttempt = { login: string; password: string; address: string; deviceId: string | null }

/**
 * Checks a password, five tries per account. A browser that signed in to the account before has tries of its own,
 * so strangers cannot lock the owner out. Refuses `wrong_credentials` and `rate_limited`.
 */
export async function signIn({ login, password, address, deviceId }: SignInAttempt): Promise<Result<string>> {
  const wide = await takeToken('signInAddress', address)
  if (!wide.ok) return wide
  const account = await accountByLogin(login)
  const isKnown = account && deviceId && (await hasDevice({ userId: account.id, deviceId }))
  const key = `${account?.id ?? login.toLowerCase()}${isKnown ? `:${deviceId}` : ''}`
  const { isAllowed, left, waitMs } = await countTry('signIn', key)
  if (!isAllowed) return tooManyTries(waitMs)
  if (!(await passwordMatches(password, account?.passwordHash ?? null)) || !account) return wrong(left, waitMs)
  await resetLimit('signIn', key)
  return ok(account.id)
}

function wrong(left: number, waitMs: number): Result<never> {
  const next =
    left === 0 ? `Wait ${inWords(waitMs)} before the next try.` : `${left} ${left === 1 ? 'try' : 'tries'} left.`
  return refuse('wrong_credentials', `That name and password do not match. ${next}`)
}

function tooManyTries(waitMs: number): Result<never> {
  const message = `Too many wrong passwords for this name. Wait ${inWords(waitMs)}, then try again.`
  return { ok: false, refusal: { code: 'rate_limited', message, retryAfterMs: waitMs } }
}
