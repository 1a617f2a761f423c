import { readBytes } from '@/app/_server/read-bytes'
import { route } from '@/app/_server/respond'
import { MOST_PICTURE_BYTES } from '@/lib/media/pictures'
import { clearCover, setCover } from '@/lib/playlists/cover'
import { takeToken } from '@/lib/rate-limit'
import { askedToChange } from '../../mine'

/** The picture's bytes as the body. */
export const PUT = route<{ id: string }>(async (call) => {
  const mine = await askedToChange(call)
  if (!mine.ok) return mine
  const taken = await takeToken('picture', mine.value.userId)
  if (!taken.ok) return taken
  const bytes = await readBytes(call.request, MOST_PICTURE_BYTES)
  return bytes.ok ? setCover({ ...mine.value, bytes: bytes.value }) : bytes
})

export const DELETE = route<{ id: string }>(async (call) => {
  const mine = await askedToChange(call)
  return mine.ok ? clearCover(mine.value) : mine
})
