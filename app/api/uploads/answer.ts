import { route } from '@/app/_server/respond'
import { handleTus } from '@/lib/media/tus'
import { refuse } from '@/lib/result'

/** The tus protocol, for signed-in people only: guests add songs that exist. */
export const answerTus = route<Record<string, string>>(async ({ request, viewer }) =>
  viewer.kind === 'user' ? handleTus(request, viewer.userId) : signInFirst(),
)

export const signInFirst = () => refuse('not_signed_in', 'Sign in to upload songs. Guests can add songs that are here.')
