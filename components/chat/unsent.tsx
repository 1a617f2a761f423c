'use client'

import { useChatContext } from './chat-context'
import type { Outgoing } from './chat-state'

/** Why the room does not have it, and the two ways on. */
export function Unsent({ outgoing: { messageId, text, refusal } }: { outgoing: Outgoing }) {
  const { send, discard } = useChatContext()
  return (
    <div role="alert" className="mt-0.5 flex flex-wrap gap-x-3 text-sm">
      <span className="text-danger">{refusal?.message}</span>
      <button type="button" className="touch-target link" onClick={() => send(text, messageId)}>
        Send again
      </button>
      <button type="button" className="touch-target link" onClick={() => discard(messageId)}>
        Discard
      </button>
    </div>
  )
}
