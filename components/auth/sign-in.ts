import { api, offline, readRefusal } from '@/components/api'
import { ok, type Result } from '@/lib/result'

/** Signs this browser in through next-auth's credentials call, and speaks its refusals as ours. */
export async function signIn(login: string, password: string): Promise<Result<null>> {
  const csrf = await api<{ csrfToken: string }>('GET', '/api/auth/csrf')
  if (!csrf.ok) return csrf
  const body = new URLSearchParams({ csrfToken: csrf.value.csrfToken, login, password, json: 'true' })
  try {
    const response = await fetch('/api/auth/callback/credentials', { method: 'POST', body })
    return response.ok ? ok(null) : { ok: false, refusal: readRefusal(await response.json().catch(() => null)) }
  } catch {
    return { ok: false, refusal: offline() }
  }
}
