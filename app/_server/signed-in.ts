import type { Viewer } from '@/lib/auth/viewer'
import { takeToken } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'

/** The user who asks. Refuses `not_signed_in`. */
export function signedIn(viewer: Viewer): Result<string> {
  return viewer.kind === 'user' ? ok(viewer.userId) : refuse('not_signed_in', 'Sign in to keep songs and playlists.')
}

/** The user who wants to change something of theirs. Refuses `not_signed_in`, `rate_limited`. */
export async function signedInToWrite(viewer: Viewer): Promise<Result<string>> {
  const user = signedIn(viewer)
  if (!user.ok) return user
  const taken = await takeToken('library', user.value)
  return taken.ok ? user : taken
}
