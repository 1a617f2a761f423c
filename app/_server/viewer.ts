import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { faceOf } from '@/lib/auth/queries'
import { type Viewer, viewerFromCookies } from '@/lib/auth/viewer'
import { PATH_HEADER } from './security-headers'

/** Who is looking at this page or calling this action. */
export const getViewer = cache(async (): Promise<Viewer> => viewerFromCookies((await headers()).get('cookie')))

/** The same for the frame and the page in it. */
export const getFace = cache(faceOf)

/** For pages that need an account: others are sent to sign in, and come back afterwards. */
export async function requireUser(): Promise<Extract<Viewer, { kind: 'user' }>> {
  const viewer = await getViewer()
  if (viewer.kind === 'user') return viewer
  const path = (await headers()).get(PATH_HEADER) ?? '/'
  redirect(`/login?next=${encodeURIComponent(path)}`)
}
