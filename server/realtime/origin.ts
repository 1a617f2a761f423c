import type { IncomingMessage } from 'node:http'

/** False for the page of another site. Programs that are no browsers send no Origin and may pass. */
export function isOwnOrigin({ headers }: IncomingMessage): boolean {
  const { origin } = headers
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  // The web process hands sockets on to us and says in x-forwarded-host whom the browser asked.
  const hosts = `${headers.host ?? ''},${headers['x-forwarded-host'] ?? ''}`.split(',')
  return hosts.map((host) => host.trim().toLowerCase()).includes(new URL(origin).host)
}
