import { guestCookie } from '@/app/_server/cookies'
import { parseBody, route } from '@/app/_server/respond'
import { ok } from '@/lib/result'
import { joinRoom } from '@/lib/rooms/members'
import { joinRoomInput } from '@/lib/rooms/schema'
import { withCode } from '../../by-code'

export const POST = route<{ code: string }>(
  async (call) => {
    const { request, viewer, setCookies } = call
    // Who has a name already needs no body.
    const input = request.headers.has('content-type') ? await parseBody(request, joinRoomInput) : ok({})
    if (!input.ok) return input
    const joined = await withCode(call, (code) => joinRoom({ code, viewer, ...input.value }))
    if (!joined.ok) return joined
    const { newGuestId, memberId, role } = joined.value
    if (newGuestId) setCookies([await guestCookie(newGuestId, request)])
    return ok({ memberId, role })
  },
  { status: 201 },
)
