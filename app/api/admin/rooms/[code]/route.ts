import { parseBody } from '@/app/_server/parse'
import { staffRoute } from '@/app/_server/staff'
import { closeAnyRoom } from '@/lib/admin/rooms'
import { closeRoomInput } from '@/lib/admin/schema'

export const DELETE = staffRoute<{ code: string }>('rooms:close', async ({ request, params, actorId }) => {
  const input = await parseBody(request, closeRoomInput)
  return input.ok ? closeAnyRoom({ actorId, code: params.code, ...input.value }) : input
})
