import { parseBody, route } from '@/app/_server/respond'
import { ok, refuse } from '@/lib/result'
import { createRoom } from '@/lib/rooms/mutations'
import { myRooms } from '@/lib/rooms/queries'
import { createRoomInput } from '@/lib/rooms/schema'

export const POST = route(
  async ({ request, viewer }) => {
    if (viewer.kind !== 'user') return refuse('not_signed_in', 'Sign in to open a room.')
    const input = await parseBody(request, createRoomInput)
    return input.ok ? createRoom({ userId: viewer.userId, ...input.value }) : input
  },
  { status: 201 },
)

export const GET = route(async ({ viewer }) => {
  if (viewer.kind !== 'user') return refuse('not_signed_in', 'Sign in to see your rooms.')
  return ok({ items: await myRooms(viewer.userId), nextCursor: null })
})
