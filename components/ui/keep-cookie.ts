const YEAR_SECONDS = 365 * 24 * 3600

/** A choice of this browser, for a year and all pages. Null forgets it. */
export function keepCookie(name: string, value: string | null) {
  const age = value === null ? 0 : YEAR_SECONDS
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing on plain http, where parties on a LAN live
  document.cookie = `${name}=${value ?? ''};path=/;max-age=${age};samesite=lax`
}
