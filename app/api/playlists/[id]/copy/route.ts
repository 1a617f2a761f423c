import { route } from '@/app/_server/respond'
import { copyPlaylist } from '@/lib/playlists/copy'
import { askedToChange } from '../../mine'

export const POST = route<{ id: string }>(
  async (call) => {
    const asked = await askedToChange(call)
    return asked.ok ? copyPlaylist({ ...asked.value, viewer: call.viewer }) : asked
  },
  { status: 201 },
)
