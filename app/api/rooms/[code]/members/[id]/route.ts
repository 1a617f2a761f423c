import { parseBody, route } from '@/app/_server/respond'
import { changeRole, kickMember, leaveRoom } from '@/lib/rooms/members'
import { changeRoleInput } from '@/lib/rooms/schema'
import { idOf, placeOf } from '../../../by-code'

type Params = { code: string; id: string }

export const PATCH = route<Params>(async (call) => {
  const place = await placeOf(call)
  if (!place.ok) return place
  const target = idOf(call.params.id)
  if (!target.ok) return target
  const input = await parseBody(call.request, changeRoleInput)
  if (!input.ok) return input
  return changeRole({ memberId: place.value.memberId, targetId: target.value, ...input.value })
})

/** Oneself: leave. Somebody else: kick, and with `?ban=true` for good. */
export const DELETE = route<Params>(async (call) => {
  const place = await placeOf(call)
  if (!place.ok) return place
  const target = idOf(call.params.id)
  if (!target.ok) return target
  const { memberId } = place.value
  if (target.value === memberId) return leaveRoom({ memberId })
  const ban = call.request.nextUrl.searchParams.get('ban') === 'true'
  return kickMember({ memberId, targetId: target.value, ban })
})
