import { route } from '@/app/_server/respond'
import { uploadsOf } from '@/lib/media/queries'
import { ok } from '@/lib/result'
import { answerTus, signInFirst } from './answer'

/** My latest uploads. */
export const GET = route(async ({ viewer }) =>
  viewer.kind === 'user' ? ok(await uploadsOf(viewer.userId)) : signInFirst(),
)

export { answerTus as OPTIONS, answerTus as POST }
