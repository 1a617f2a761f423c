export type StaffRole = 'moderator' | 'admin'

/** Who may do what to the whole installation. Server, pages and tests read this one table. */
const RIGHTS = {
  'trending:read': ['admin'],
  'caches:flush': ['admin'],
  'uploads:retry': ['admin'],
  'songs:block': ['admin', 'moderator'],
  'reviews:remove': ['admin', 'moderator'],
  'people:role': ['admin'],
  'rooms:close': ['admin', 'moderator'],
  'audit:read': ['admin'],
} as const satisfies Record<string, readonly StaffRole[]>

export type AdminRight = keyof typeof RIGHTS

export function hasRight(role: string, right: AdminRight): boolean {
  return (RIGHTS[right] as readonly string[]).includes(role)
}

export const isStaff = (role: string): role is StaffRole => role === 'admin' || role === 'moderator'
