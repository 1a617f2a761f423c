import { z } from 'zod'
import { signedInToWrite } from '@/app/_server/signed-in'
import type { Viewer } from '@/lib/auth/viewer'
import { NO_PLAYLIST } from '@/lib/playlists/place'
import { ok, type Result } from '@/lib/result'

type Asking = { viewer: Viewer; params: { id: string } }

/** Refuses `not_found` for a text that is no id, before the database meets it. */
export function playlistIdOf(id: string): Result<string> {
  return z.uuid().safeParse(id).success ? ok(id.toLowerCase()) : NO_PLAYLIST
}

/** Who wants to change the playlist of the path; whether it is theirs, the write says. */
export async function askedToChange({
  viewer,
  params,
}: Asking): Promise<Result<{ userId: string; playlistId: string }>> {
  const playlistId = playlistIdOf(params.id)
  if (!playlistId.ok) return playlistId
  const user = await signedInToWrite(viewer)
  return user.ok ? ok({ userId: user.value, playlistId: playlistId.value }) : user
}
