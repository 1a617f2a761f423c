import { route } from '@/app/_server/respond'
import { retryUpload } from '@/lib/media/mutations'
import { uploadStatus } from '@/lib/media/queries'
import { signInFirst } from '../../answer'

/** Processes my failed upload again; answers its status. */
export const POST = route<{ id: string }>(async ({ params: { id }, viewer }) => {
  if (viewer.kind !== 'user') return signInFirst()
  const retried = await retryUpload({ id, userId: viewer.userId })
  return retried.ok ? uploadStatus({ id, userId: viewer.userId }) : retried
})
