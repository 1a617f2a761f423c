import { parseBody, route } from '@/app/_server/respond'
import { signedIn, signedInToWrite } from '@/app/_server/signed-in'
import { preferences } from '@/lib/cache/kinds/preferences'
import { cached } from '@/lib/cache/read'
import { updatePreferences } from '@/lib/preferences/mutations'
import { updatePreferencesInput } from '@/lib/preferences/schema'
import { ok } from '@/lib/result'

export const GET = route(async ({ viewer }) => {
  const user = signedIn(viewer)
  return user.ok ? ok(await cached(preferences, user.value)) : user
})

export const PATCH = route(async ({ request, viewer }) => {
  const user = await signedInToWrite(viewer)
  if (!user.ok) return user
  const changes = await parseBody(request, updatePreferencesInput)
  return changes.ok ? updatePreferences({ userId: user.value, changes: changes.value }) : changes
})
