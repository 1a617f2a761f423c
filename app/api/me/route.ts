import { route } from '@/app/_server/respond'
import { profileOf } from '@/lib/auth/queries'
import { ok, refuse } from '@/lib/result'

/** The viewer's own profile: the only answer with an e-mail address in it. */
export const GET = route(async ({ viewer }) => {
  const profile = viewer.kind === 'user' ? await profileOf(viewer.userId) : null
  return profile ? ok(profile) : refuse('not_signed_in', 'Sign in to see your account.')
})
