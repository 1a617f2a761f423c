import { route } from '@/app/_server/respond'
import { unbanMember } from '@/lib/rooms/bans'
import { idOf, placeOf } from '../../../by-code'

export const DELETE = route<{ code: string; id: string }>(async (call) => {
  const place = await placeOf(call)
  if (!place.ok) return place
  const target = idOf(call.params.id)
  return target.ok ? unbanMember({ memberId: place.value.memberId, targetId: target.value }) : target
})
