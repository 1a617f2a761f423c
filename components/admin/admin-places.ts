import { AudioLines, Database, Flame, ListChecks, Music, ScrollText, Users } from 'lucide-react'
import { hasRight } from '@/lib/admin/rights'

const PLACES = [
  { href: '/admin', label: 'Trending', icon: Flame, right: 'trending:read' },
  { href: '/admin/caches', label: 'Caches', icon: Database, right: 'caches:flush' },
  { href: '/admin/uploads', label: 'Uploads and jobs', icon: ListChecks, right: 'uploads:retry' },
  { href: '/admin/songs', label: 'Songs', icon: Music, right: 'songs:block' },
  { href: '/admin/people', label: 'People', icon: Users, right: 'people:role' },
  { href: '/admin/rooms', label: 'Live rooms', icon: AudioLines, right: 'rooms:close' },
  { href: '/admin/audit', label: 'Audit log', icon: ScrollText, right: 'audit:read' },
] as const

/** Where somebody of that role may go. */
export const adminPlaces = (role: string) => PLACES.filter(({ right }) => hasRight(role, right))
