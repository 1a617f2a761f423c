import { route } from '@/app/_server/respond'
import { takeOverRoom } from '@/lib/rooms/take-over'
import { placeOf } from '../../by-code'

/** Takes over from a host who is away. */
export const POST = route<{ code: string }>(async (call) => {
  const place = await placeOf(call)
  return place.ok ? takeOverRoom({ memberId: place.value.memberId }) : place
})
