import { route } from '@/app/_server/respond'
import { dropFailedUpload } from '@/lib/media/mutations'
import { uploadStatus } from '@/lib/media/queries'
import { handleTus } from '@/lib/media/tus'
import { answerTus, signInFirst } from '../answer'

/** How my upload is getting on. */
export const GET = route<{ id: string }>(async ({ params, viewer }) =>
  viewer.kind === 'user' ? uploadStatus({ id: params.id, userId: viewer.userId }) : signInFirst(),
)

/** Takes away what failed; tus's own word gives up what is still on its way. */
export const DELETE = route<{ id: string }>(async ({ request, params: { id }, viewer }) => {
  if (viewer.kind !== 'user') return signInFirst()
  const { userId } = viewer
  return request.headers.has('tus-resumable') ? handleTus(request, userId) : dropFailedUpload({ id, userId })
})

export { answerTus as HEAD, answerTus as OPTIONS, answerTus as PATCH }
