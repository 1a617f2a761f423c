import { msg } from '@/lib/language/text'

export const ROLES = [
  { value: 'user', label: msg('User'), done: msg('{name} is a user now') },
  { value: 'moderator', label: msg('Moderator'), done: msg('{name} is a moderator now') },
  { value: 'admin', label: msg('Admin'), done: msg('{name} is an admin now') },
] as const

/** In English. */
export const roleLabel = (role: string): string => ROLES.find(({ value }) => value === role)?.label ?? role
