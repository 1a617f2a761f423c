import { api, offline, readRefusal } from '@/components/api'
import { ok, type Result } from '@/lib/result'

/** Ends this browser's session, also on the server. */
export async function signOut(): Promise<Result<null>> {
  const csrf = await api<{ csrfToken: string }>('GET', '/api/auth/csrf')
  if (!csrf.ok) return csrf
  const body = new URLSearchParams({ csrfToken: csrf.value.csrfToken, json: 'true' })
  try {
    const response = await fetch('/api/auth/signout', { method: 'POST', body })
    return response.ok ? ok(null) : { ok: false, refusal: readRefusal(await response.json().catch(() => null)) }
  } catch {
    return { ok: false, refusal: offline() }
  }
}
