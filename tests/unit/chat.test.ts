import { expect, test } from 'vitest'
import { chatLines } from '@/components/chat/chat-lines'
import { type ChatAction, chatReducer, NO_CHAT, unread } from '@/components/chat/chat-state'
import { linkParts } from '@/components/chat/link-parts'
import { newId } from '@/components/new-id'
import { type ChatMessage, charactersLeft, chatInput, KEPT_MESSAGES } from '@/lib/chat/schema'
import { english } from '@/lib/language/text'

const message = (messageId: string, second: number, fields: Partial<ChatMessage> = {}): ChatMessage => ({
  messageId,
  memberId: 'leo',
  displayName: 'Leo',
  text: messageId,
  at: `2026-11-25T20:00:${String(second).padStart(2, '0')}.000Z`,
  ...fields,
})
const after = (...actions: ChatAction[]) => actions.reduce(chatReducer, NO_CHAT)
const said = (one: ChatMessage): ChatAction => ({ type: 'said', message: one })
const me = { memberId: 'maya', displayName: 'Maya' }
const linksIn = (text: string) => linkParts(text).flatMap(({ href }) => href ?? [])

test('what comes and goes while the messages are being read is right whatever the answer says', () => {
  const state = after(
    { type: 'asking' },
    said(message('c', 3)),
    { type: 'removed', messageId: 'a' },
    { type: 'read', messages: [message('a', 1), message('b', 2)] },
    said(message('b', 2)),
  )
  expect(state.messages.map(({ messageId }) => messageId)).toEqual(['b', 'c'])
})

test('a page that stays open for long keeps no more than the room does', () => {
  const talk = Array.from({ length: KEPT_MESSAGES + 50 }, (_, n) => message(`said ${n}`, 0))
  const gone = talk.map(({ messageId }): ChatAction => ({ type: 'removed', messageId }))
  const { messages, news } = after({ type: 'asking' }, ...talk.map(said), ...gone)
  expect([messages.length, news.came.length, news.gone.length]).toEqual([0, 0, KEPT_MESSAGES])
  expect(after({ type: 'asking' }, ...talk.map(said)).news.came).toEqual(talk.slice(-KEPT_MESSAGES))
})

test('what others said since somebody looked is unread; the first answer is not, but what comes beside it is', () => {
  const beside = after({ type: 'asking' }, said(message('b', 2)), {
    type: 'read',
    messages: [message('a', 1), message('b', 2)],
  })
  expect(unread(beside, 'maya')).toBe(1)
  const before = after({ type: 'asking' }, { type: 'read', messages: [message('a', 1)] })
  expect(unread(before, 'maya')).toBe(0)
  const later = [said(message('b', 2)), said(message('c', 3, { memberId: 'maya' }))].reduce(chatReducer, before)
  expect(unread(later, 'maya')).toBe(1)
  expect(unread(chatReducer(later, { type: 'seen' }), 'maya')).toBe(0)
})

test('my message shows at once, once, and stays with its reason when it was refused', () => {
  const refusal = { code: 'rate_limited', message: 'Wait' }
  const state = after(
    { type: 'sending', messageId: 'x', text: 'one' },
    { type: 'sending', messageId: 'y', text: 'two' },
    said(message('x', 1, { memberId: 'maya', displayName: 'Maya', text: 'one' })),
    { type: 'refused', messageId: 'y', refusal },
  )
  expect(state.sending).toEqual([{ messageId: 'y', text: 'two', refusal }])
  const [line, ...rest] = chatLines(english, state, me)
  expect(rest).toEqual([])
  expect(line).toMatchObject({ memberId: 'maya', parts: [{ text: 'one' }, { text: 'two', outgoing: { refusal } }] })
})

test('what one person says in a row stands under their name once; arrivals in a row are one line', () => {
  const joined = (name: string): ChatAction => ({
    type: 'happened',
    notice: { kind: 'joined', who: name, text: `${name} joined` },
  })
  const state = after(
    said(message('a', 1)),
    said(message('b', 2)),
    joined('Noor'),
    joined('Ines'),
    joined('Ruth'),
    joined('Sam'),
    said(message('c', 3)),
  )
  const lines = chatLines(english, state, me).map((line) => (line.kind === 'said' ? line.parts.length : line.text))
  expect(lines).toEqual([2, 'Noor and 3 others joined', 1])
})

test('only web addresses become links, without the punctuation around them', () => {
  expect(linksIn('see https://a.example/x?y=1#z, or (http://b.example/c_(d)).')).toEqual([
    'https://a.example/x?y=1#z',
    'http://b.example/c_(d)',
  ])
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,<script>',
    'ftp://a.example',
    'https://',
    'xhttps:/a',
    '//a.example',
  ])
    expect(linksIn(text)).toEqual([])
  const text = 'שלום https://a.example/ש <b>bold</b> https://b.example'
  expect(
    linkParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})

test('a text is measured in characters as people count them, and control characters go', () => {
  expect(chatInput.parse({ text: '🎉'.repeat(500) }).text).toHaveLength(1000)
  expect(chatInput.safeParse({ text: '🎉'.repeat(501) }).success).toBe(false)
  expect(chatInput.parse({ text: '\u0000 a\u0007\n\n\n\nb\u001b ' }).text).toBe('a\n\nb')
  expect([charactersLeft(''), charactersLeft(' 🎉\u0007 '), charactersLeft('🎉'.repeat(501))]).toEqual([500, 499, -1])
  expect(chatInput.parse({ text: 'x', messageId: newId() }).messageId).toMatch(/^[0-9a-f-]{36}$/)
})
