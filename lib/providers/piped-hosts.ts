import { env } from '@/lib/env'
import type { Allowed } from './fetch-allowed'

/** The Piped instance of this installation; null when it has none. */
export function pipedUrl(): URL | null {
  const { PIPED_API_URL } = env()
  return PIPED_API_URL ? new URL(PIPED_API_URL) : null
}

/** Whether songs of YouTube can be found and played here. */
export const hasYoutube = () => pipedUrl() !== null

/** The instance itself. */
export const isPiped: Allowed = (address) => address.origin === pipedUrl()?.origin

/**
 * Where the sound and the pictures that the instance names may lie: with itself, with its neighbours
 * (pipedapi.example.org and proxy.example.org), with Google, or with a host that the operator has named.
 */
export const isPipedMedia: Allowed = (address) => {
  const piped = pipedUrl()
  if (!piped || !/^https?:$/.test(address.protocol)) return false
  const { hostname } = address
  if (address.protocol !== piped.protocol && address.protocol !== 'https:') return false
  if (hostname === piped.hostname || env().PIPED_MEDIA_HOSTS.includes(hostname)) return true
  return [parentOf(piped.hostname), 'googlevideo.com', 'ytimg.com', 'ggpht.com'].some(
    (parent) => parent !== null && hostname.endsWith(`.${parent}`),
  )
}

/** example.org for pipedapi.example.org; null for what is no name of three parts. */
function parentOf(hostname: string): string | null {
  const parts = hostname.split('.')
  return parts.length > 2 && !/^[\d.]+$/.test(hostname) ? parts.slice(1).join('.') : null
}
