import { askNextAuth } from '@/app/_server/auth'
import { setCookieHeader, signedOutCookies } from '@/app/_server/cookies'
import { route } from '@/app/_server/respond'
import { endDevice } from '@/lib/auth/devices'
import { identityFromCookies } from '@/lib/auth/viewer'
import { ok, REFUSALS, type Refusal, refuse } from '@/lib/result'

type Params = { nextauth: string[] }

export const GET = route<Params>(
  async ({ request, params }) => {
    const { response } = await askNextAuth(request, { params: Promise.resolve(params) })
    return response
  },
  { isOpen: true },
)

export const POST = route<Params>(
  async ({ request, params, setCookies }) => {
    const [action] = params.nextauth
    // Next-auth's client would have its errors written to our log; anybody could.
    if (action === '_log') return ok(undefined)
    const { response, entered, refusal } = await askNextAuth(request, { params: Promise.resolve(params) })
    if (entered) setCookies(entered.cookies.map((cookie) => setCookieHeader(cookie, request)))
    if (action === 'signout') {
      const { device } = await identityFromCookies(request.headers.get('cookie'))
      if (device) await endDevice(device)
      setCookies(signedOutCookies(request))
    }
    if (refusal) return withRefusal(response, refusal)
    if (action === 'callback' && !entered) return withRefusal(response, noToken)
    return response
  },
  { isOpen: true },
)

const noToken = refuse('forbidden', 'This form has grown old. Load the page again, then sign in.').refusal

/** Next-auth's client reads `error` from `url`; everybody else gets the refusal as everywhere. */
async function withRefusal(response: Response, refusal: Refusal): Promise<Response> {
  if (response.headers.get('location')) return response
  const { retryAfterMs, ...error } = refusal
  const headers = new Headers(response.headers)
  if (retryAfterMs !== undefined) headers.set('retry-after', String(Math.ceil(retryAfterMs / 1000)))
  const { url } = (await response.json()) as { url: string }
  const shown = new URL(url)
  shown.search = new URLSearchParams({ error: refusal.message }).toString()
  return Response.json({ url: shown, error }, { status: REFUSALS[refusal.code], headers })
}
