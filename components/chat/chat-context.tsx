'use client'

import { createContext, type ReactNode, type RefObject, use, useMemo, useRef, useState } from 'react'
import { useChat } from './use-chat'

type Chat = ReturnType<typeof useChat> & {
  /** Where the room's key for writing puts the focus. */
  composer: RefObject<HTMLTextAreaElement | null>
}

const ChatContext = createContext<Chat | null>(null)
// Of its own: each key changes it, and no message is drawn anew for that.
const DraftContext = createContext<readonly [string, (text: string) => void] | null>(null)

export function ChatProvider({ children }: { children: ReactNode }) {
  const { state, send, remove, discard, see } = useChat()
  const composer = useRef<HTMLTextAreaElement>(null)
  const chat = useMemo(() => ({ state, send, remove, discard, see, composer }), [state, send, remove, discard, see])
  const [draft, setDraft] = useState('')
  const drafting = useMemo(() => [draft, setDraft] as const, [draft])
  return (
    <ChatContext value={chat}>
      <DraftContext value={drafting}>{children}</DraftContext>
    </ChatContext>
  )
}

export function useChatContext(): Chat {
  const chat = use(ChatContext)
  if (!chat) throw new Error('useChatContext belongs inside a ChatProvider')
  return chat
}

/** What is being written: it outlives the sheet that it is written in. */
export function useDraft() {
  const drafting = use(DraftContext)
  if (!drafting) throw new Error('useDraft belongs inside a ChatProvider')
  return drafting
}
