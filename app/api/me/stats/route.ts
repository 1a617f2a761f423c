import { route } from '@/app/_server/respond'
import { personIdOf } from '@/lib/auth/viewer'
import { ok, refuse } from '@/lib/result'
import { myStats } from '@/lib/stats/queries'

export const GET = route(async ({ viewer }) => {
  const personId = personIdOf(viewer)
  return personId ? ok(await myStats(personId)) : refuse('not_signed_in', 'Sign in, or join a room, to have numbers.')
})
