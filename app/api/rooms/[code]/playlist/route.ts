import { route } from '@/app/_server/respond'
import { signedInToWrite } from '@/app/_server/signed-in'
import { saveSession } from '@/lib/rooms/save-session'
import { withCode } from '../../by-code'

/** Saves what has been on as a playlist of mine. */
export const POST = route<{ code: string }>(
  async (call) => {
    const user = await signedInToWrite(call.viewer)
    return user.ok ? withCode(call, (code) => saveSession({ code, userId: user.value })) : user
  },
  { status: 201 },
)
