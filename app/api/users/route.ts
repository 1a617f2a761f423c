import { addressOf } from '@/app/_server/origin'
import { parseBody, route } from '@/app/_server/respond'
import { signUp } from '@/lib/auth/mutations'
import { signUpInput } from '@/lib/auth/schema'
import { takeToken } from '@/lib/rate-limit'

export const POST = route(
  async ({ request }) => {
    const input = await parseBody(request, signUpInput)
    if (!input.ok) return input
    const allowed = await takeToken('signUp', addressOf(request))
    return allowed.ok ? signUp(input.value) : allowed
  },
  { status: 201, isOpen: true },
)
