import { expect, test } from 'vitest'
import { compareQueueItems } from '@/lib/queue/rules'
import { newCode, readCode } from '@/lib/rooms/code'
import { can, canActOn, type RoomAction } from '@/lib/rooms/rules'
import type { MemberRole } from '@/lib/rooms/schema'

const ROLES: MemberRole[] = ['host', 'moderator', 'listener']

test('people act on those below them, never on themselves, their equals or superiors', () => {
  const allowed = (action: 'member:role' | 'member:kick' | 'member:ban') =>
    ROLES.flatMap((actor) =>
      ROLES.filter((target) => canActOn({ memberId: 'a', role: actor }, action, { memberId: 'b', role: target })).map(
        (target) => `${actor} on ${target}`,
      ),
    )
  const kicks = ['host on moderator', 'host on listener', 'moderator on listener']
  expect(allowed('member:kick')).toEqual(kicks)
  expect(allowed('member:ban')).toEqual(kicks)
  expect(allowed('member:role')).toEqual(['host on moderator', 'host on listener'])
  for (const role of ROLES) {
    expect(canActOn({ memberId: 'a', role }, 'member:kick', { memberId: 'a', role: 'listener' })).toBe(false)
  }
})

test('listeners add, vote, chat and react; moderators run the music and the queue; the host runs the room', () => {
  const rights = (role: MemberRole) => ACTIONS.filter((action) => can(role, action))
  expect(rights('listener')).toEqual(['queue:add', 'skip:vote', 'vote', 'chat', 'react'])
  expect(rights('moderator')).toEqual(
    ACTIONS.filter((a) => !['room:update', 'room:close', 'member:role', 'member:unban'].includes(a)),
  )
  expect(rights('host')).toEqual(ACTIONS.filter((a) => a !== 'room:take-over'))
})

const ACTIONS: RoomAction[] = [
  'room:update',
  'room:close',
  'room:take-over',
  'playback:command',
  'queue:add',
  'queue:beyond-limits',
  'queue:remove-any',
  'queue:reorder',
  'member:role',
  'member:kick',
  'member:ban',
  'member:unban',
  'skip:vote',
  'vote',
  'chat',
  'chat:remove-any',
  'react',
]

test('a room may keep adding to its moderators', () => {
  expect(ROLES.map((role) => can(role, 'queue:add', { whoAdds: 'moderators' }))).toEqual([true, true, false])
})

test('codes are read whatever the case, with spaces and dashes, and never hold letters that look alike', () => {
  expect(readCode(' abc-2 3z ')).toBe('ABC23Z')
  expect(readCode('AB–C23Z')).toBe('ABC23Z')
  for (const wrong of ['', 'ABC23', 'ABC23ZZ', 'ABC230', 'ABC2I3', 'ÄBC234', "ABC'23"])
    expect(readCode(wrong)).toBeNull()
  const codes = Array.from({ length: 2000 }, newCode)
  expect(new Set(codes).size).toBe(2000)
  for (const code of codes) expect(readCode(code.toLowerCase())).toBe(code)
})

test('the most votes come first, then the one that has waited longest', () => {
  const items = [
    { turn: 0, votes: 1, order: 3 },
    { turn: 0, votes: 2, order: 9 },
    { turn: 0, votes: 1, order: 1 },
  ]
  expect(items.toSorted(compareQueueItems).map(({ order }) => order)).toEqual([9, 1, 3])
})
