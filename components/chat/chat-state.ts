import type { Notice } from '@/components/room/room-notices'
import { type ChatMessage, KEPT_MESSAGES } from '@/lib/chat/schema'

/** A message of mine that the room does not have yet. */
export type Outgoing = { messageId: string; text: string; refusal: { code: string; message: string } | null }

/** What happened while this page was open; it stands behind the message that was the newest then. */
export type Happening = { id: number; after: string; notice: Notice }

export type ChatState = {
  messages: ChatMessage[]
  sending: Outgoing[]
  happenings: Happening[]
  /** What came and went by socket since the messages were last asked for, the latest: the answer may be older. */
  news: { came: ChatMessage[]; gone: string[] }
  /** Time of the newest message that was on the screen; null before the first answer. */
  seenAt: string | null
}

export type ChatAction =
  | { type: 'asking' }
  | { type: 'read'; messages: ChatMessage[] }
  | { type: 'said'; message: ChatMessage }
  | { type: 'removed'; messageId: string }
  | { type: 'happened'; notice: Notice }
  | { type: 'sending'; messageId: string; text: string }
  | { type: 'refused'; messageId: string; refusal: Outgoing['refusal'] }
  | { type: 'discarded'; messageId: string }
  | { type: 'seen' }

export const NO_CHAT: ChatState = {
  messages: [],
  sending: [],
  happenings: [],
  news: { came: [], gone: [] },
  seenAt: null,
}

const MOST_HAPPENINGS = 60
let count = 0

export function chatReducer(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case 'asking':
      return { ...state, news: NO_CHAT.news }
    case 'read':
      return read(state, action.messages)
    case 'said':
      return say(state, action.message)
    case 'removed':
      return remove(state, action.messageId)
    case 'happened': {
      const happening = { id: ++count, after: newestAt(state.messages), notice: action.notice }
      return { ...state, happenings: [...state.happenings, happening].slice(-MOST_HAPPENINGS) }
    }
    case 'sending': {
      const { messageId, text } = action
      return { ...state, sending: [...withoutOutgoing(state, messageId), { messageId, text, refusal: null }] }
    }
    case 'refused':
      return {
        ...state,
        sending: state.sending.map((one) =>
          one.messageId === action.messageId ? { ...one, refusal: action.refusal } : one,
        ),
      }
    case 'discarded':
      return { ...state, sending: withoutOutgoing(state, action.messageId) }
    case 'seen':
      return state.seenAt === newestAt(state.messages) ? state : { ...state, seenAt: newestAt(state.messages) }
  }
}

/** How many messages of others came since somebody looked. */
export function unread({ messages, seenAt }: ChatState, myId: string): number {
  return seenAt === null ? 0 : messages.filter(({ memberId, at }) => memberId !== myId && at > seenAt).length
}

const newestAt = (messages: ChatMessage[]) => messages.at(-1)?.at ?? ''

function read(state: ChatState, answer: ChatMessage[]): ChatState {
  const { came, gone } = state.news
  const messages = inOrder([...answer, ...came]).filter(({ messageId }) => !gone.includes(messageId))
  // What was said before this page was there is old; what came by socket meanwhile is not.
  const old = messages.filter(({ messageId }) => !came.some((one) => one.messageId === messageId))
  return { ...withoutSent(state, messages), messages, seenAt: state.seenAt ?? newestAt(old) }
}

function say(state: ChatState, message: ChatMessage): ChatState {
  const messages = inOrder([...state.messages, message])
  const news = { ...state.news, came: [...state.news.came, message].slice(-KEPT_MESSAGES) }
  return { ...withoutSent(state, [message]), messages, news }
}

function remove(state: ChatState, messageId: string): ChatState {
  const rest = (messages: ChatMessage[]) => messages.filter((one) => one.messageId !== messageId)
  const news = { came: rest(state.news.came), gone: [...state.news.gone, messageId].slice(-KEPT_MESSAGES) }
  return { ...state, messages: rest(state.messages), news }
}

const withoutOutgoing = ({ sending }: ChatState, messageId: string) =>
  sending.filter((one) => one.messageId !== messageId)

function withoutSent(state: ChatState, messages: ChatMessage[]): ChatState {
  const sent = new Set(messages.map(({ messageId }) => messageId))
  return { ...state, sending: state.sending.filter(({ messageId }) => !sent.has(messageId)) }
}

/** Each message once, the newest of them, in the server's order. */
function inOrder(messages: ChatMessage[]): ChatMessage[] {
  const byId = new Map(messages.map((message) => [message.messageId, message]))
  return [...byId.values()]
    .sort((a, b) => compare(a.at, b.at) || compare(a.messageId, b.messageId))
    .slice(-KEPT_MESSAGES)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
