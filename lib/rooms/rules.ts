import type { MemberRole, RoomSettings } from './schema'

/** Who may do what in a room. The server decides by it; the browser hides by it what would be refused. */
const RIGHTS = {
  'room:update': ['host'],
  'room:close': ['host'],
  'room:take-over': ['moderator'],
  'playback:command': ['host', 'moderator'],
  'queue:add': ['host', 'moderator', 'listener'],
  'queue:beyond-limits': ['host', 'moderator'],
  'queue:remove-any': ['host', 'moderator'],
  'queue:reorder': ['host', 'moderator'],
  'member:role': ['host'],
  'member:kick': ['host', 'moderator'],
  'member:ban': ['host', 'moderator'],
  'member:unban': ['host'],
  'skip:vote': ['host', 'moderator', 'listener'],
  vote: ['host', 'moderator', 'listener'],
  chat: ['host', 'moderator', 'listener'],
  'chat:remove-any': ['host', 'moderator'],
  react: ['host', 'moderator', 'listener'],
} as const satisfies Record<string, readonly MemberRole[]>

export type RoomAction = keyof typeof RIGHTS

/** Settings matter for `queue:add` only: the room may keep adding to its moderators. */
export function can(role: MemberRole, action: RoomAction, settings?: Pick<RoomSettings, 'whoAdds'>): boolean {
  if (action === 'queue:add' && settings?.whoAdds === 'moderators') return role !== 'listener'
  return (RIGHTS[action] as readonly MemberRole[]).includes(role)
}

/** Who has the right whatever the settings, for statements that check it where they write. */
export const rolesThat = (action: RoomAction): MemberRole[] => [...RIGHTS[action]]

type Person = { memberId: string; role: MemberRole; isOwner?: boolean }

/**
 * May the actor change the role of, kick or ban that person: never oneself, one's equal or superior, nor the one whose
 * room it is, also while another hosts it.
 */
export function canActOn(actor: Person, action: 'member:role' | 'member:kick' | 'member:ban', target: Person): boolean {
  return (
    can(actor.role, action) &&
    actor.memberId !== target.memberId &&
    !target.isOwner &&
    RANKS.indexOf(actor.role) < RANKS.indexOf(target.role)
  )
}

const RANKS: readonly MemberRole[] = ['host', 'moderator', 'listener']
