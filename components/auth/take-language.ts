import { call } from '@/components/api'
import { keepLanguage } from '@/components/language/keep-language'

/** The language that somebody chose for their account comes along to the browser in which they sign in. */
export async function takeLanguage(): Promise<void> {
  const mine = await call('get', '/api/me/preferences')
  if (mine.ok && mine.value.language) keepLanguage(mine.value.language)
}
