import { env } from '@/lib/env'

/**
 * Socket and media belong to the realtime process, on the same origin so that cookies, phones on the LAN and TLS just work.
 * They pass through proxy.ts and not through `rewrites`, which Next writes into the build: the port is known at start.
 */
export function isForRealtime(pathname: string): boolean {
  return pathname === '/socket.io' || pathname.startsWith('/socket.io/') || pathname.startsWith('/media/')
}

export function realtimeUrl(path: string): URL {
  return new URL(path, env().REALTIME_URL ?? `http://127.0.0.1:${env().REALTIME_PORT}`)
}
