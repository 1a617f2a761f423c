import { randomUUID } from 'node:crypto'
import type { NextRequest } from 'next/server'
import { type Identity, identityFromCookies, isDeviceLive, type Viewer } from '@/lib/auth/viewer'
import { isDatabaseAway } from '@/lib/database-away'
import { log } from '@/lib/log'
import { countAnswer } from '@/lib/metrics/http-counts'
import { REFUSALS, type Refusal, type Result, refuse } from '@/lib/result'
import { signedOutCookies } from './cookies'
import { isOwnOrigin } from './origin'

export { parseBody, parseQuery } from './parse'

type Params = Record<string, string | string[]>

export type Call<P extends Params> = {
  request: NextRequest
  params: P
  viewer: Viewer
  device: Identity['device']
  requestId: string
  /** Adds Set-Cookie headers to whatever the answer will be. */
  setCookies: (cookies: string[]) => void
}

type Options = {
  /** Of a success. */
  status?: number
  /** For what people do to get in: nobody is asked who they are, so a session that has ended is no obstacle. */
  isOpen?: boolean
}

type Handler<P extends Params> = (call: Call<P>) => Promise<Result<unknown> | Response>

/**
 * A route handler: who asks, origin check, answer or refusal as JSON, log with request id.
 * `route<{ code: string }>(async ({ params, viewer }) => …, { status: 201 })`
 */
export function route<P extends Params = Record<never, string>>(handler: Handler<P>, options: Options = {}) {
  return async (request: NextRequest, context: { params: Promise<P> }): Promise<Response> => {
    const startedAt = performance.now()
    const requestId = requestIdOf(request)
    const cookies: string[] = []
    const setCookies = (more: string[]) => void cookies.push(...more)
    const answer = await attempt(requestId, async () => {
      const identity = await identify(request, options)
      if (identity.ok)
        return handler({ request, params: await context.params, ...identity.value, requestId, setCookies })
      if (identity.refusal.code === 'session_ended') setCookies(signedOutCookies(request))
      return identity
    })
    // Copied, since the headers of some responses (redirects) cannot be changed.
    const response = answer instanceof Response ? new Response(answer.body, answer) : toResponse(answer, options.status)
    for (const cookie of cookies) response.headers.append('set-cookie', cookie)
    response.headers.set('x-request-id', requestId)
    noteAnswer(request, response, requestId, performance.now() - startedAt)
    return response
  }
}

/** A result as HTTP: the value with `status`, a refusal with its own; 204 when there is nothing to say. */
export function toResponse(result: Result<unknown>, status = 200): Response {
  if (!result.ok) return refusalResponse(result.refusal)
  const headers = { 'cache-control': 'no-store' }
  if (result.value === undefined) return new Response(null, { status: 204, headers })
  return Response.json(result.value, { status, headers })
}

function refusalResponse({ retryAfterMs, ...error }: Refusal): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (retryAfterMs !== undefined) headers.set('retry-after', String(Math.ceil(retryAfterMs / 1000)))
  return Response.json({ error }, { status: REFUSALS[error.code], headers })
}

async function identify(request: NextRequest, { isOpen }: Options): Promise<Result<Identity>> {
  const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
  if (isWrite && !isOwnOrigin(request)) return refuse('forbidden', 'This request came from another site.')
  if (isOpen) return { ok: true, value: { viewer: { kind: 'nobody' }, device: null } }
  const identity = await identityFromCookies(request.headers.get('cookie'))
  if (isWrite && identity.device && !(await isDeviceLive(identity.device))) {
    return refuse('session_ended', 'You were signed out on this device. Sign in again to go on.')
  }
  return { ok: true, value: identity }
}

async function attempt(requestId: string, run: () => Promise<Result<unknown> | Response>) {
  try {
    return await run()
  } catch (error) {
    if (isDatabaseAway(error)) {
      log.error({ err: error, requestId }, 'The database is away')
      return refuse('database_away', 'Earshot cannot reach its database. Try again in a moment.')
    }
    log.error({ err: error, requestId }, 'A request failed')
    const message = `Something broke on our side. Nothing was changed. (${requestId})`
    return Response.json({ error: { code: 'internal', message, requestId } }, { status: 500 })
  }
}

function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id')
  return given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

function noteAnswer(request: NextRequest, response: Response, requestId: string, ms: number) {
  const { method } = request
  const path = new URL(request.url).pathname
  countAnswer({ method, status: response.status, ms })
  log.debug({ requestId, method, path, status: response.status, ms: Math.round(ms) }, 'answered')
}
