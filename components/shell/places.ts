import { msg } from '@/lib/language/text'

/** Where the shell leads, in order. `short` is the tab's word on a phone. */
export const PLACES = [
  { href: '/', label: msg('Home'), short: msg('Home') },
  { href: '/search', label: msg('Search'), short: msg('Search') },
  { href: '/library', label: msg('Library'), short: msg('Library') },
  { href: '/dashboard', label: msg('My numbers'), short: msg('Numbers') },
  { href: '/upload', label: msg('Upload'), short: msg('Upload') },
  { href: '/settings', label: msg('Settings'), short: msg('Account') },
] as const

export type PlaceHref = (typeof PLACES)[number]['href']

/** Whether the address lies below the place. */
export const isAt = (path: string, href: PlaceHref): boolean =>
  path === href || (href !== '/' && path.startsWith(`${href}/`))
