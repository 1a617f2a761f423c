/** Where proxy.ts notes the path of a request, for pages that send people to sign in and back. */
export const PATH_HEADER = 'x-earshot-path'
/** The nonce that every inline script of the page must carry. */
export const NONCE_HEADER = 'x-nonce'

const IS_DEV = process.env.NODE_ENV === 'development'

/** Only scripts with this request's nonce run, and what those load. React sets style attributes, so styles may be inline. */
export function pagePolicy(nonce: string, host: string, isSecure: boolean): string {
  const socket = /^[\w.:[\]-]+$/.test(host) ? ` ${isSecure ? 'wss' : 'ws'}://${host}` : ''
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${IS_DEV ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `media-src 'self' blob:`,
    `worker-src 'self' blob:`,
    // Safari takes 'self' for http only.
    `connect-src 'self'${socket}`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** For the page that the service worker keeps: no request makes it, so it can have no nonce. */
export const OFFLINE_POLICY = `default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; frame-ancestors 'none'`

/** For answers that are no pages: nothing in them may run. */
export const DATA_POLICY = `default-src 'none'; frame-ancestors 'none'`

export function setSecurityHeaders(headers: Headers, isSecure: boolean) {
  headers.set('x-content-type-options', 'nosniff')
  headers.set('x-frame-options', 'DENY')
  // The path of a room is its code.
  headers.set('referrer-policy', 'same-origin')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()')
  if (isSecure) headers.set('strict-transport-security', 'max-age=31536000')
}
