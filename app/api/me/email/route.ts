import { parseBody, route } from '@/app/_server/respond'
import { signedInToWrite } from '@/app/_server/signed-in'
import { changeEmail } from '@/lib/account/credentials'
import { changeEmailInput } from '@/lib/account/schema'

export const PUT = route(async ({ request, viewer }) => {
  const user = await signedInToWrite(viewer)
  if (!user.ok) return user
  const input = await parseBody(request, changeEmailInput)
  return input.ok ? changeEmail({ userId: user.value, ...input.value }) : input
})
