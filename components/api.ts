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
    return { ok: false, refusal: OFFLINE }
  }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return { ok: true, value: answer as T }
  return { ok: false, refusal: readRefusal(answer) }
}

/** The same with what each call takes and answers known to the compiler, from the table behind `/api/openapi.json`. */
export const call = callsThrough((method, address, body) => api(method as Parameters<typeof api>[0], address, body))

const OFFLINE: Refusal = { code: 'offline', message: 'No connection to the server. Try again in a moment.' }
const BROKEN: Refusal = { code: 'internal', message: 'Something broke on our side. Try again.' }

/** The `{ error }` of an answer, whatever stands in it. */
export function readRefusal(answer: unknown): Refusal {
  const error = isRecord(answer) ? answer.error : null
  if (!isRecord(error) || typeof error.message !== 'string') return BROKEN
  return {
    code: isCode(error.code) ? error.code : 'internal',
    message: error.message,
    ...(isRecord(error.fields) ? { fields: error.fields as Record<string, string> } : {}),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isCode = (code: unknown): code is RefusalCode => typeof code === 'string' && code in REFUSALS
