import type { BrowserNames } from '@/lib/auth/browser'
import type { Text } from '@/lib/language/text'

export function deviceName(t: Text, { browser, system }: BrowserNames): string {
  if (browser && system) return t('{browser} on {system}', { browser, system })
  return browser ?? system ?? t('Another program')
}
