import { signedOutCookies } from '@/app/_server/cookies'
import { freshAccessCookies } from '@/app/_server/fresh-access'
import { parseBody, route } from '@/app/_server/respond'
import { signedInToWrite } from '@/app/_server/signed-in'
import { deleteAccount } from '@/lib/account/delete'
import { changeDisplayName } from '@/lib/account/profile'
import { deleteAccountInput, updateProfileInput } from '@/lib/account/schema'
import { profileOf } from '@/lib/auth/queries'
import { ok, refuse } from '@/lib/result'

/** The viewer's own profile: the only answer with an e-mail address in it. */
export const GET = route(async ({ viewer }) => {
  const profile = viewer.kind === 'user' ? await profileOf(viewer.userId) : null
  return profile ? ok(profile) : refuse('not_signed_in', 'Sign in to see your account.')
})

export const PATCH = route(async ({ request, viewer, device, setCookies }) => {
  const user = await signedInToWrite(viewer)
  if (!user.ok) return user
  const input = await parseBody(request, updateProfileInput)
  if (!input.ok) return input
  const changed = await changeDisplayName({ userId: user.value, ...input.value })
  if (changed.ok && device) setCookies(await freshAccessCookies(request, device))
  return changed
})

/** Ends the account, and signs this browser out. */
export const DELETE = route(async ({ request, viewer, setCookies }) => {
  const user = await signedInToWrite(viewer)
  if (!user.ok) return user
  const input = await parseBody(request, deleteAccountInput)
  if (!input.ok) return input
  const deleted = await deleteAccount({ userId: user.value, ...input.value })
  if (deleted.ok) setCookies(signedOutCookies(request))
  return deleted
})
