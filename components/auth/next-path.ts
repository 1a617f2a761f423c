/**
 * Where to go after signing in. Only a path on this site counts, so that a link to our sign-in page
 * can never send people elsewhere: `//host`, `/\host` and control characters are how browsers are fooled.
 */
export function nextPath(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next)) return '/'
  const base = 'http://here.invalid'
  if (!URL.canParse(next, base)) return '/'
  const url = new URL(next, base)
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/'
}

/** A link to another page of getting in that keeps where people wanted to go. */
export const withNext = (path: string, next: string): string =>
  next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`
