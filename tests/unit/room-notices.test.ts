import { expect, test } from 'vitest'
import { isWanted, noticeOf } from '@/components/room/room-notices'
import { clockText, countText, musicText, ordinal } from '@/components/room/time-text'
import { memberView, queueItem, roomSnapshot } from '@/tests/factories/room-snapshot'

test("somebody else's song is announced, my own is not", () => {
  const item = queueItem()
  expect(noticeOf({ version: 11, type: 'queue:added', item }, roomSnapshot())?.text).toBe('Leo added Night Ferry')
  const mine = queueItem({ addedBy: { memberId: 'maya', displayName: 'Maya' } })
  expect(noticeOf({ version: 11, type: 'queue:added', item: mine }, roomSnapshot())).toBeNull()
})

test('who took a song out is named', () => {
  const item = queueItem()
  const event = { version: 11, type: 'queue:removed', streamId: item.streamId, memberId: 'leo' } as const
  expect(noticeOf(event, roomSnapshot({ queue: [item] }))?.text).toBe('leo took Night Ferry out of the queue')
  expect(noticeOf({ ...event, memberId: 'maya' }, roomSnapshot({ queue: [item] }))).toBeNull()
})

test('a new role is told to the one who has it', () => {
  const me = { memberId: 'leo', displayName: 'leo', role: 'listener', isGuest: true } as const
  const event = { version: 11, type: 'member:changed', member: memberView('leo', { role: 'moderator' }) } as const
  expect(noticeOf(event, roomSnapshot({ me }))?.text).toContain('You are a moderator now')
  expect(noticeOf(event, roomSnapshot())).toBeNull()
})

test('a locked room is told to all but the host', () => {
  const room = { ...roomSnapshot().room, isLocked: true }
  const me = { memberId: 'leo', displayName: 'leo', role: 'listener', isGuest: true } as const
  expect(noticeOf({ version: 11, type: 'room:changed', room }, roomSnapshot({ me }))?.kind).toBe('lock')
  expect(noticeOf({ version: 11, type: 'room:changed', room }, roomSnapshot())).toBeNull()
})

test('times and counts read as people say them', () => {
  expect(clockText(107_400)).toBe('1:47')
  expect(clockText(3_723_000)).toBe('1:02:03')
  expect(clockText(-5)).toBe('0:00')
  expect(musicText(52 * 60_000)).toBe('52 min of music')
  expect(musicText(125 * 60_000)).toBe('2 h 5 min of music')
  expect([1, 2, 3, 4, 11, 22].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '22nd'])
  expect([countText(1, 'vote'), countText(0, 'vote')]).toEqual(['1 vote', '0 votes'])
})

test('news of songs and of people can be turned off, what concerns oneself cannot', () => {
  const kinds = ['added', 'removed', 'joined', 'left', 'role', 'lock', 'room'] as const
  const wanted = (notices: { songs: boolean; people: boolean }) =>
    kinds.filter((kind) => isWanted({ kind, text: '' }, notices)).join(' ')
  expect(wanted({ songs: true, people: true })).toBe(kinds.join(' '))
  expect(wanted({ songs: false, people: true })).toBe('joined left role lock room')
  expect(wanted({ songs: true, people: false })).toBe('added removed role lock room')
})
