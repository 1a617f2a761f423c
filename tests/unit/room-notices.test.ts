import { expect, test } from 'vitest'
import { isWanted, noticeOf } from '@/components/room/room-notices'
import { musicText } from '@/components/room/time-text'
import { clockText } from '@/lib/clock-text'
import { english } from '@/lib/language/text'
import { memberView, queueItem, roomSnapshot } from '@/tests/factories/room-snapshot'

test("somebody else's song is announced, my own is not", () => {
  const item = queueItem()
  expect(noticeOf(english, { version: 11, type: 'queue:added', item }, roomSnapshot())?.text).toBe(
    'Leo added Night Ferry',
  )
  const mine = queueItem({ addedBy: { memberId: 'maya', displayName: 'Maya' } })
  expect(noticeOf(english, { version: 11, type: 'queue:added', item: mine }, roomSnapshot())).toBeNull()
})

test('who took a song out is named', () => {
  const item = queueItem()
  const event = { version: 11, type: 'queue:removed', streamId: item.streamId, memberId: 'leo' } as const
  expect(noticeOf(english, event, roomSnapshot({ queue: [item] }))?.text).toBe('leo took Night Ferry out of the queue')
  expect(noticeOf(english, { ...event, memberId: 'maya' }, roomSnapshot({ queue: [item] }))).toBeNull()
})

test('a new role is told to the one who has it', () => {
  const me = { memberId: 'leo', displayName: 'leo', role: 'listener', isGuest: true } as const
  const event = { version: 11, type: 'member:changed', member: memberView('leo', { role: 'moderator' }) } as const
  expect(noticeOf(english, event, roomSnapshot({ me }))?.text).toContain('You are a moderator now')
  expect(noticeOf(english, event, roomSnapshot())).toBeNull()
})

test('a locked room is told to all but the host', () => {
  const room = { ...roomSnapshot().room, isLocked: true }
  const me = { memberId: 'leo', displayName: 'leo', role: 'listener', isGuest: true } as const
  expect(noticeOf(english, { version: 11, type: 'room:changed', room }, roomSnapshot({ me }))?.kind).toBe('lock')
  expect(noticeOf(english, { version: 11, type: 'room:changed', room }, roomSnapshot())).toBeNull()
})

test('times read as people say them', () => {
  expect(clockText(107_400)).toBe('1:47')
  expect(clockText(3_723_000)).toBe('1:02:03')
  expect(clockText(-5)).toBe('0:00')
  expect(musicText(english, 52 * 60_000)).toBe('52 min of music')
  expect(musicText(english, 125 * 60_000)).toBe('2 h 5 min of music')
})

test('news of songs and of people can be turned off, what concerns oneself cannot', () => {
  const kinds = ['added', 'removed', 'joined', 'left', 'role', 'lock', 'room'] as const
  const wanted = (notices: { songs: boolean; people: boolean }) =>
    kinds.filter((kind) => isWanted({ kind }, notices)).join(' ')
  expect(wanted({ songs: true, people: true })).toBe(kinds.join(' '))
  expect(wanted({ songs: false, people: true })).toBe('joined left role lock room')
  expect(wanted({ songs: true, people: false })).toBe('added removed role lock room')
})
