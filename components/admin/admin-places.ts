import { AudioLines, Database, Flame, ListChecks, Music, ScrollText, Users } from 'lucide-react'
import { hasRight } from '@/lib/admin/rights'
import { msg } from '@/lib/language/text'

const PLACES = [
  { href: '/admin', label: msg('Trending'), icon: Flame, right: 'trending:read' },
  { href: '/admin/caches', label: msg('Caches'), icon: Database, right: 'caches:flush' },
  { href: '/admin/uploads', label: msg('Uploads and jobs'), icon: ListChecks, right: 'uploads:retry' },
  { href: '/admin/songs', label: msg('Songs'), icon: Music, right: 'songs:block' },
  { href: '/admin/people', label: msg('People'), icon: Users, right: 'people:role' },
  { href: '/admin/rooms', label: msg('Open rooms'), icon: AudioLines, right: 'rooms:close' },
  { href: '/admin/audit', label: msg('Audit log'), icon: ScrollText, right: 'audit:read' },
] as const

/** Where somebody of that role may go. */
export const adminPlaces = (role: string) => PLACES.filter(({ right }) => hasRight(role, right))
