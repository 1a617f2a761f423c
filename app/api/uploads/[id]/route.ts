import { route } from '@/app/_server/respond'
import { uploadStatus } from '@/lib/media/queries'
import { answerTus, signInFirst } from '../answer'

/** How my upload is getting on. */
export const GET = route<{ id: string }>(async ({ params, viewer }) =>
  viewer.kind === 'user' ? uploadStatus({ id: params.id, userId: viewer.userId }) : signInFirst(),
)

export { answerTus as DELETE, answerTus as HEAD, answerTus as OPTIONS, answerTus as PATCH }
