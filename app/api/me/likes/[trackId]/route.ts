import { z } from 'zod'
import { route } from '@/app/_server/respond'
import { signedInToWrite } from '@/app/_server/signed-in'
import type { Viewer } from '@/lib/auth/viewer'
import { likeTrack, unlikeTrack } from '@/lib/likes/mutations'
import { ok, refuse } from '@/lib/result'

type Params = { trackId: string }

async function asked({ viewer, params }: { viewer: Viewer; params: Params }) {
  if (!z.uuid().safeParse(params.trackId).success) return refuse('not_found', 'There is no such song here.')
  const user = await signedInToWrite(viewer)
  return user.ok ? ok({ userId: user.value, trackId: params.trackId.toLowerCase() }) : user
}

export const PUT = route<Params>(async (call) => {
  const like = await asked(call)
  return like.ok ? likeTrack(like.value) : like
})

export const DELETE = route<Params>(async (call) => {
  const like = await asked(call)
  return like.ok ? unlikeTrack(like.value) : like
})
