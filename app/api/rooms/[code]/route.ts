import { parseBody, route } from '@/app/_server/respond'
import { closeRoom, updateRoom } from '@/lib/rooms/mutations'
import { roomSnapshot } from '@/lib/rooms/queries'
import { updateRoomInput } from '@/lib/rooms/schema'
import { placeOf, withCode } from '../by-code'

type Params = { code: string }

export const GET = route<Params>(async (call) => {
  const place = await placeOf(call)
  return place.ok ? roomSnapshot({ roomId: place.value.roomId, viewer: call.viewer }) : place
})

export const PATCH = route<Params>(async (call) => {
  const place = await placeOf(call)
  if (!place.ok) return place
  const changes = await parseBody(call.request, updateRoomInput)
  return changes.ok ? updateRoom({ memberId: place.value.memberId, changes: changes.value }) : changes
})

export const DELETE = route<Params>((call) => withCode(call, (code) => closeRoom({ code, viewer: call.viewer })))
