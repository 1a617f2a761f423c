import { heardRefusal } from '@/components/language/browser-text'
import { msg } from '@/lib/language/text'
import { callsThrough } from '@/lib/openapi/calls'
import { REFUSALS, type Refusal, type RefusalCode, type Result } from '@/lib/result'

/** Calls the own server. Refusals come back as results, a dead network as the refusal `offline`; it never throws. */
export async function api<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Result<T>> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
  } catch {
    return { ok: false, refusal: offline() }
  }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return { ok: true, value: answer as T }
  return { ok: false, refusal: readRefusal(answer) }
}

/** The same with what each call takes and answers known to the compiler, from the table behind `/api/openapi.json`. */
export const call = callsThrough((method, address, body) => api(method as Parameters<typeof api>[0], address, body))

const OFFLINE: Refusal = { code: 'offline', message: msg('No connection to the server. Try again in a moment.') }
const BROKEN: Refusal = { code: 'internal', message: msg('Something broke on our side. Try again.') }

/** When a request reached nobody. */
export const offline = (): Refusal => heardRefusal(OFFLINE)

/** The `{ error }` of an answer, whatever stands in it, in the language of the page. */
export function readRefusal(answer: unknown): Refusal {
  const error = isRecord(answer) ? answer.error : null
  if (!isRecord(error) || typeof error.message !== 'string') return heardRefusal(BROKEN)
  return heardRefusal({
    code: isCode(error.code) ? error.code : 'internal',
    message: error.message,
    ...(isRecord(error.fields) ? { fields: error.fields as Record<string, string> } : {}),
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isCode = (code: unknown): code is RefusalCode => typeof code === 'string' && code in REFUSALS
