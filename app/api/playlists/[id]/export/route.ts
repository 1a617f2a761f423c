import { originOf } from '@/app/_server/origin'
import { parseQuery, route } from '@/app/_server/respond'
import { streamText } from '@/app/_server/stream-text'
import { exportPlaylist } from '@/lib/playlists/export'
import { exportInput } from '@/lib/playlists/schema'
import { playlistIdOf } from '../../mine'

export const GET = route<{ id: string }>(async ({ request, params, viewer }) => {
  const playlistId = playlistIdOf(params.id)
  if (!playlistId.ok) return playlistId
  const query = parseQuery(request, exportInput)
  if (!query.ok) return query
  const { format } = query.value
  const file = await exportPlaylist({ playlistId: playlistId.value, viewer, format, origin: originOf(request) })
  return file.ok ? streamText(file.value) : file
})
