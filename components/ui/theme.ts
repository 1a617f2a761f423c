/** What somebody chose; `system` means they chose nothing. */
export type Theme = 'system' | 'light' | 'dark'

export const THEME_COOKIE = 'earshot-theme'

export const readTheme = (cookie: string | undefined): Theme =>
  cookie === 'light' || cookie === 'dark' ? cookie : 'system'
