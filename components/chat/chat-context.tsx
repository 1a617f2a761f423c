'use client'

import { createContext, type ReactNode, type RefObject, use, useMemo, useRef } from 'react'
import { useChat } from './use-chat'

type Chat = ReturnType<typeof useChat> & {
  /** Where the room's key for writing puts the focus. */
  composer: RefObject<HTMLTextAreaElement | null>
}

const ChatContext = createContext<Chat | null>(null)

export function ChatProvider({ children }: { children: ReactNode }) {
  const { state, send, remove, discard, see } = useChat()
  const composer = useRef<HTMLTextAreaElement>(null)
  const chat = useMemo(() => ({ state, send, remove, discard, see, composer }), [state, send, remove, discard, see])
  return <ChatContext value={chat}>{children}</ChatContext>
}

export function useChatContext(): Chat {
  const chat = use(ChatContext)
  if (!chat) throw new Error('useChatContext belongs inside a ChatProvider')
  return chat
}
