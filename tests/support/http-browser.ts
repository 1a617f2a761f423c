import { callsThrough } from '@/lib/openapi/calls'
import { ok, type Result } from '@/lib/result'

/** What a browser does with cookies, without the browser: keeps what answers set, sends it along. */
export class HttpBrowser {
  readonly cookies = new Map<string, string>()

  constructor(
    private readonly baseUrl: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const isForm = body instanceof URLSearchParams
    const type: Record<string, string> = body === undefined || isForm ? {} : { 'content-type': 'application/json' }
    return this.send(method, path, isForm ? body : JSON.stringify(body), { ...type, ...headers })
  }

  /** The body as it is. */
  async send(method: string, path: string, body: BodyInit | undefined, headers: Record<string, string> = {}) {
    const response = await fetch(new URL(path, this.baseUrl), {
      method,
      redirect: 'manual',
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...this.headers,
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie)
    return response
  }

  /** The typed client, on this browser's cookies. */
  readonly call = callsThrough(async (method, address, body): Promise<Result<unknown>> => {
    const response = await this.ask(method, address, body)
    const answer = await response.json().catch(() => undefined)
    return response.ok ? ok(answer) : { ok: false, refusal: answer.error }
  })

  async signUp(account: { email: string; username: string; password: string; displayName?: string }) {
    const response = await this.ask('POST', '/api/users', account)
    if (response.status !== 201) throw new Error(`Sign-up answered ${response.status}: ${await response.text()}`)
  }

  async signIn(login: string, password: string): Promise<Response> {
    const { csrfToken } = await (await this.ask('GET', '/api/auth/csrf')).json()
    const form = new URLSearchParams({ csrfToken, login, password, json: 'true' })
    return this.ask('POST', '/api/auth/callback/credentials', form)
  }

  async signOut(): Promise<Response> {
    const { csrfToken } = await (await this.ask('GET', '/api/auth/csrf')).json()
    return this.ask('POST', '/api/auth/signout', new URLSearchParams({ csrfToken, json: 'true' }))
  }

  private keep(cookie: string) {
    const [pair = '', ...attributes] = cookie.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    const isGone = attributes.some((one) => /^ *(max-age=0|expires=Thu, 01 Jan 1970)/i.test(one))
    if (isGone) this.cookies.delete(name)
    else this.cookies.set(name, pair.slice(name.length + 1))
  }
}

export const PASSWORD = 'kitchen at midnight'

/** A fresh account of the running product: its username. */
export async function newAccount(baseUrl: string): Promise<string> {
  const username = `u${crypto.randomUUID().slice(0, 12)}`
  const account = { email: `${username}@example.org`, username, password: PASSWORD, displayName: 'Maya' }
  await new HttpBrowser(baseUrl).signUp(account)
  return username
}

/** A browser that is signed in, to a fresh account if none is named. */
export async function signedInBrowser(baseUrl: string, name?: string, headers: Record<string, string> = {}) {
  const username = name ?? (await newAccount(baseUrl))
  const browser = new HttpBrowser(baseUrl, headers)
  const response = await browser.signIn(username, PASSWORD)
  if (response.status !== 200) throw new Error(`Sign-in answered ${response.status}: ${await response.text()}`)
  return { browser, username }
}
