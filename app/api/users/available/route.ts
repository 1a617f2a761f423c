import { z } from 'zod'
import { addressOf } from '@/app/_server/origin'
import { parseQuery, route } from '@/app/_server/respond'
import { isUsernameFree } from '@/lib/auth/queries'
import { username } from '@/lib/auth/schema'
import { takeToken } from '@/lib/rate-limit'
import { ok } from '@/lib/result'

const query = z.object({ username })

/** For the sign-up form while somebody types. */
export const GET = route(async ({ request }) => {
  const input = parseQuery(request, query)
  if (!input.ok) return input
  const allowed = await takeToken('usernameCheck', addressOf(request))
  return allowed.ok ? ok({ available: await isUsernameFree(input.value.username) }) : allowed
})
