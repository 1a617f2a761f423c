import type { ChatMessage } from '@/lib/chat/schema'
import type { Text } from '@/lib/language/text'
import type { ChatState, Happening, Outgoing } from './chat-state'

export type Line =
  | { kind: 'said'; key: string; memberId: string; displayName: string; at: string | null; parts: Part[] }
  | { kind: 'happened'; key: string; of: Happening['notice']['kind']; names: string[]; text: string }

export type Part = { messageId: string; text: string; outgoing: Outgoing | null }

/** Longer silence than this, and the name is said again. */
const SAME_BREATH_MS = 5 * 60_000

/** The log as it is read: what one person says in a row stands under their name once, arrivals in a row are one line. */
export function chatLines(
  t: Text,
  { messages, sending, happenings }: ChatState,
  me: { memberId: string; displayName: string },
) {
  const lines: Line[] = []
  let before: ChatMessage | null = null
  const waiting = [...happenings]
  const happenUntil = (at: string) => {
    while (waiting[0] && waiting[0].after < at) {
      addHappening(t, lines, waiting.shift())
      before = null
    }
  }
  for (const message of messages) {
    happenUntil(message.at)
    addMessage(lines, before, message)
    before = message
  }
  happenUntil('~')
  for (const outgoing of sending) addOutgoing(lines, me, outgoing)
  return lines
}

function addMessage(
  lines: Line[],
  before: ChatMessage | null,
  { messageId, memberId, displayName, text, at }: ChatMessage,
) {
  const last = lines.at(-1)
  const part = { messageId, text, outgoing: null }
  const isSameBreath =
    before?.memberId === memberId &&
    before.displayName === displayName &&
    Date.parse(at) - Date.parse(before.at) < SAME_BREATH_MS
  if (isSameBreath && last?.kind === 'said') last.parts.push(part)
  else lines.push({ kind: 'said', key: messageId, memberId, displayName, at, parts: [part] })
}

function addOutgoing(lines: Line[], me: { memberId: string; displayName: string }, outgoing: Outgoing) {
  const last = lines.at(-1)
  const { messageId, text } = outgoing
  const part = { messageId, text, outgoing }
  if (last?.kind === 'said' && last.memberId === me.memberId) last.parts.push(part)
  else lines.push({ kind: 'said', key: messageId, ...me, at: null, parts: [part] })
}

function addHappening(t: Text, lines: Line[], happening: Happening | undefined) {
  if (!happening) return
  const { id, notice } = happening
  const last = lines.at(-1)
  if (notice.kind === 'joined' && last?.kind === 'happened' && last.of === 'joined') {
    last.names.push(notice.who)
    last.text = together(t, last.names)
    return
  }
  const names = notice.kind === 'joined' ? [notice.who] : []
  lines.push({ kind: 'happened', key: `happened ${id}`, of: notice.kind, names, text: notice.text })
}

/** "Noor and Leo joined", "Noor and 2 others joined". */
function together(t: Text, [first = '', second = '', ...more]: string[]): string {
  if (more.length === 0) return t('{first} and {second} joined', { first, second })
  return t('{first} and {count} others joined', { first, count: more.length + 1 })
}
