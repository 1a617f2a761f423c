import { parseBody, parseQuery, route } from '@/app/_server/respond'
import { addTracks } from '@/lib/playlists/mutations'
import { playlistEntries } from '@/lib/playlists/queries'
import { addTracksInput, entriesInput } from '@/lib/playlists/schema'
import { askedToChange, playlistIdOf } from '../../mine'

export const GET = route<{ id: string }>(async ({ request, params, viewer }) => {
  const playlistId = playlistIdOf(params.id)
  if (!playlistId.ok) return playlistId
  const query = parseQuery(request, entriesInput)
  return query.ok ? playlistEntries({ playlistId: playlistId.value, viewer, ...query.value }) : query
})

export const POST = route<{ id: string }>(
  async (call) => {
    const mine = await askedToChange(call)
    if (!mine.ok) return mine
    const input = await parseBody(call.request, addTracksInput)
    return input.ok ? addTracks({ ...mine.value, ...input.value }) : input
  },
  { status: 201 },
)
