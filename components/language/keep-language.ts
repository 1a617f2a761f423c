import { keepCookie } from '@/components/ui/keep-cookie'
import { LANGUAGE_COOKIE, type Language } from '@/lib/language/languages'

/** For all pages of this browser, from the next load on. Null follows what the browser itself asks for. */
export const keepLanguage = (language: Language | null) => keepCookie(LANGUAGE_COOKIE, language)
