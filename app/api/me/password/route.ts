import { parseBody, route } from '@/app/_server/respond'
import { changePassword } from '@/lib/account/credentials'
import { changePasswordInput } from '@/lib/account/schema'
import { refuse } from '@/lib/result'

export const PUT = route(async ({ request, device }) => {
  if (!device) return refuse('not_signed_in', 'Sign in to change your password.')
  const input = await parseBody(request, changePasswordInput)
  return input.ok ? changePassword({ device, ...input.value }) : input
})
