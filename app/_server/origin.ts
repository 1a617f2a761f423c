/** False for a state-changing request that another site's page made. Programs that are no browsers may pass. */
export function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (origin) return hostsOf(request).includes(hostOf(origin))
  const site = request.headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}

/** A proxy in front must overwrite these two headers, as Caddy and nginx do. */
export function isSecure(request: Request): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')
  return (forwarded ?? new URL(request.url).protocol.slice(0, -1)).split(',')[0]?.trim() === 'https'
}

/** Where the sender reached us, also behind a proxy. */
export function originOf(request: Request): string {
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host') ?? new URL(request.url).host
  return `${isSecure(request) ? 'https' : 'http'}://${host.split(',')[0]?.trim()}`
}

/** The sender's address as the nearest proxy saw it; only for wide limits. */
export function addressOf(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}

function hostsOf(request: Request): string[] {
  const names = `${request.headers.get('host') ?? ''},${request.headers.get('x-forwarded-host') ?? ''}`
  return names
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : ''
}
