import { route } from '@/app/_server/respond'
import { signedIn } from '@/app/_server/signed-in'
import { streamText } from '@/app/_server/stream-text'
import { exportAccount } from '@/lib/account/export'
import { takeToken } from '@/lib/rate-limit'

/** Everything about me, as a file. */
export const GET = route(async ({ viewer }) => {
  const user = signedIn(viewer)
  if (!user.ok) return user
  const taken = await takeToken('exportAccount', user.value)
  if (!taken.ok) return taken
  const text = await exportAccount(user.value)
  if (!text.ok) return text
  const fileName = `Earshot ${new Date().toISOString().slice(0, 10)}.json`
  return streamText({ contentType: 'application/json; charset=utf-8', fileName, text: text.value })
})
