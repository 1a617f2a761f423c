import { LANGUAGE_COOKIE, type Language } from '@/lib/language/languages'

const YEAR_SECONDS = 365 * 24 * 3600

/** For all pages of this browser, from the next load on. Null follows what the browser itself asks for. */
export function keepLanguage(language: Language | null) {
  const age = language === null ? 0 : YEAR_SECONDS
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing on plain http, where parties on a LAN live
  document.cookie = `${LANGUAGE_COOKIE}=${language ?? ''};path=/;max-age=${age};samesite=lax`
}
