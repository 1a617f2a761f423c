import { parseBody, route } from '@/app/_server/respond'
import { playPlaylist } from '@/lib/playlists/play'
import { playPlaylistInput } from '@/lib/playlists/schema'
import { takeToken } from '@/lib/rate-limit'
import { placeOf } from '../../by-code'

/** Adds a playlist: as many of its songs as the room takes. */
export const POST = route<{ code: string }>(
  async (call) => {
    const place = await placeOf(call)
    if (!place.ok) return place
    const { memberId } = place.value
    const input = await parseBody(call.request, playPlaylistInput)
    if (!input.ok) return input
    const taken = await takeToken('playPlaylist', memberId)
    return taken.ok ? playPlaylist({ memberId, viewer: call.viewer, ...input.value }) : taken
  },
  { status: 201 },
)
