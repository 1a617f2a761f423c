/** Where the shell leads, in order. `short` is the tab's word on a phone. */
export const PLACES = [
  { href: '/', label: 'Home', short: 'Home' },
  { href: '/search', label: 'Search', short: 'Search' },
  { href: '/library', label: 'Library', short: 'Library' },
  { href: '/dashboard', label: 'My numbers', short: 'Numbers' },
  { href: '/upload', label: 'Upload', short: 'Upload' },
  { href: '/settings', label: 'Settings', short: 'Settings' },
] as const

export type PlaceHref = (typeof PLACES)[number]['href']

/** Whether the address lies below the place. */
export const isAt = (path: string, href: PlaceHref): boolean =>
  path === href || (href !== '/' && path.startsWith(`${href}/`))
