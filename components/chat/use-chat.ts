'use client'

import { useEffect, useEffectEvent, useMemo, useReducer, useRef } from 'react'
import type { Socket } from 'socket.io-client'
import { useText } from '#text'
import { call } from '@/components/api'
import { heardRefusal } from '@/components/language/browser-text'
import { newId } from '@/components/new-id'
import { useRoomContext } from '@/components/room/room-context'
import { noticeOf } from '@/components/room/room-notices'
import { type Answer, ask } from '@/components/room/room-socket'
import { say } from '@/components/room/room-toasts'
import type { ChatMessage } from '@/lib/chat/schema'
import type { ChatRemoved, RoomEvent } from '@/lib/events'
import { msg } from '@/lib/language/text'
import { type ChatAction, chatReducer, NO_CHAT } from './chat-state'

/** Messages may have been lost for everybody: not all ask at the same instant. */
const SPREAD_MS = 3000

/** What is said in the room: read after each connect, alive from then on. */
export function useChat() {
  const t = useText()
  const { room, socket, connection } = useRoomContext()
  const { code } = room.room
  const [state, dispatch] = useReducer(chatReducer, NO_CHAT)

  const read = useEffectEvent(() => readMessages(code, dispatch))
  const happen = useEffectEvent((event: RoomEvent) => {
    const notice = noticeOf(t, event, room)
    if (notice && (notice.kind === 'joined' || notice.kind === 'added')) dispatch({ type: 'happened', notice })
  })
  useEffect(() => {
    let later: ReturnType<typeof setTimeout> | undefined
    const outdated = () => {
      clearTimeout(later)
      later = setTimeout(() => read(), Math.random() * SPREAD_MS)
    }
    const said = (message: ChatMessage) => dispatch({ type: 'said', message })
    const removed = ({ messageId }: ChatRemoved) => dispatch({ type: 'removed', messageId })
    const happened = (event: RoomEvent) => happen(event)
    socket.on('chat:message', said).on('chat:removed', removed).on('chat:outdated', outdated).on('room:event', happened)
    return () => {
      clearTimeout(later)
      socket.off('chat:message', said).off('chat:removed', removed).off('chat:outdated', outdated)
      socket.off('room:event', happened)
    }
  }, [socket])

  // A message that goes before this browser is in the room again would be a stranger's.
  const isIn = useRef(false)
  useEffect(() => {
    isIn.current = connection.status === 'connected'
  }, [connection])

  const actions = useMemo(() => {
    // One after the other, so that they are said in the order in which they were written.
    let last: Promise<unknown> = Promise.resolve()
    const send = (text: string, messageId = newId()) => {
      dispatch({ type: 'sending', messageId, text })
      last = last.then(() => sendMessage(isIn.current ? socket : null, { text, messageId }, dispatch))
    }
    const remove = async (messageId: string) => {
      const answer = await call('delete', '/api/rooms/{code}/messages/{id}', { params: { code, id: messageId } })
      if (answer.ok || answer.refusal.code === 'not_found') dispatch({ type: 'removed', messageId })
      else say.refusal(answer.refusal)
    }
    const discard = (messageId: string) => dispatch({ type: 'discarded', messageId })
    const see = () => dispatch({ type: 'seen' })
    return { send, remove, discard, see }
  }, [socket, code])

  const sendWaiting = useEffectEvent(() => {
    for (const { messageId, text, refusal } of state.sending)
      if (refusal?.code === 'offline') actions.send(text, messageId)
  })
  useEffect(() => {
    if (connection.status !== 'connected') return
    read()
    sendWaiting()
  }, [connection])

  return { state, ...actions }
}

const OFFLINE = { code: 'offline', message: msg('No connection. It is sent as soon as there is one.') }

/** `socket` is null while there is no way to the room. */
async function sendMessage(
  socket: Socket | null,
  message: { text: string; messageId: string },
  dispatch: (action: ChatAction) => void,
) {
  const answer: Answer<{ message: ChatMessage }> = socket
    ? await ask(socket, 'chat:send', message)
    : { ok: false, refusal: heardRefusal(OFFLINE) }
  if (answer.ok) dispatch({ type: 'said', message: answer.value.message })
  else dispatch({ type: 'refused', messageId: message.messageId, refusal: answer.refusal })
}

async function readMessages(code: string, dispatch: (action: ChatAction) => void) {
  dispatch({ type: 'asking' })
  const answer = await call('get', '/api/rooms/{code}/messages', { params: { code } })
  if (answer.ok) dispatch({ type: 'read', messages: answer.value.items })
}
