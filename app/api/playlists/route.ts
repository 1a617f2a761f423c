import { parseBody, parseQuery, route } from '@/app/_server/respond'
import { signedIn, signedInToWrite } from '@/app/_server/signed-in'
import { playlists } from '@/lib/cache/kinds/playlists'
import { cached } from '@/lib/cache/read'
import { createPlaylist } from '@/lib/playlists/mutations'
import { playlistsWith } from '@/lib/playlists/queries'
import { containingInput, createPlaylistInput } from '@/lib/playlists/schema'
import { ok } from '@/lib/result'

/** My playlists; `containing` asks beside which of them have a song. */
export const GET = route(async ({ request, viewer }) => {
  const user = signedIn(viewer)
  if (!user.ok) return user
  const query = parseQuery(request, containingInput)
  if (!query.ok) return query
  const userId = user.value
  const { containing } = query.value
  const [items, withTrack] = await Promise.all([
    cached(playlists, userId),
    containing ? playlistsWith({ userId, trackId: containing }) : [],
  ])
  return ok({ items, nextCursor: null, withTrack })
})

export const POST = route(
  async ({ request, viewer }) => {
    const user = await signedInToWrite(viewer)
    if (!user.ok) return user
    const input = await parseBody(request, createPlaylistInput)
    return input.ok ? createPlaylist({ userId: user.value, ...input.value }) : input
  },
  { status: 201 },
)
