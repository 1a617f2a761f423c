import { parseBody, route } from '@/app/_server/respond'
import { deletePlaylist, updatePlaylist } from '@/lib/playlists/mutations'
import { playlistView } from '@/lib/playlists/queries'
import { updatePlaylistInput } from '@/lib/playlists/schema'
import { askedToChange, playlistIdOf } from '../mine'

export const GET = route<{ id: string }>(async ({ params, viewer }) => {
  const playlistId = playlistIdOf(params.id)
  return playlistId.ok ? playlistView({ playlistId: playlistId.value, viewer }) : playlistId
})

export const PATCH = route<{ id: string }>(async (call) => {
  const mine = await askedToChange(call)
  if (!mine.ok) return mine
  const changes = await parseBody(call.request, updatePlaylistInput)
  return changes.ok ? updatePlaylist({ ...mine.value, changes: changes.value }) : changes
})

export const DELETE = route<{ id: string }>(async (call) => {
  const mine = await askedToChange(call)
  return mine.ok ? deletePlaylist(mine.value) : mine
})
