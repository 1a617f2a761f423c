import { readBytes } from '@/app/_server/read-bytes'
import { route } from '@/app/_server/respond'
import { signedInToWrite } from '@/app/_server/signed-in'
import { clearAvatar, setAvatar } from '@/lib/account/profile'
import { MOST_PICTURE_BYTES } from '@/lib/media/pictures'
import { takeToken } from '@/lib/rate-limit'

/** The picture's bytes as the body. */
export const PUT = route(async ({ request, viewer }) => {
  const user = await signedInToWrite(viewer)
  if (!user.ok) return user
  const taken = await takeToken('picture', user.value)
  if (!taken.ok) return taken
  const bytes = await readBytes(request, MOST_PICTURE_BYTES)
  return bytes.ok ? setAvatar({ userId: user.value, bytes: bytes.value }) : bytes
})

export const DELETE = route(async ({ viewer }) => {
  const user = await signedInToWrite(viewer)
  return user.ok ? clearAvatar(user.value) : user
})
