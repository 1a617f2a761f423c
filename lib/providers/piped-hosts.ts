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

const GOOGLES = ['googlevideo.com', 'ytimg.com', 'ggpht.com']

/**
 * Where the sound and the pictures that the instance names may lie: with itself, with Google, or with a host that the
 * operator has named. Whoever runs the instance writes its answers, so nothing that these say can widen it.
 */
export const isPipedMedia: Allowed = (address) => {
  if (isPiped(address)) return true
  const { protocol, hostname, port } = address
  if (!/^https?:$/.test(protocol) || port !== '') return false
  if (env().PIPED_MEDIA_HOSTS.includes(hostname)) return true
  return protocol === 'https:' && GOOGLES.some((google) => hostname.endsWith(`.${google}`))
}
