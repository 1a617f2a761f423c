'use client'

import { useText } from '#text'
import { useChatContext } from './chat-context'
import type { Outgoing } from './chat-state'

/** Why the room does not have it, and the two ways on. */
export function Unsent({ outgoing: { messageId, text, refusal } }: { outgoing: Outgoing }) {
  const t = useText()
  const { send, discard } = useChatContext()
  return (
    <div role="alert" className="mt-0.5 flex flex-wrap gap-x-3 text-sm">
      <span className="text-danger">{refusal?.message}</span>
      <button type="button" className="touch-target link" onClick={() => send(text, messageId)}>
        {t('Send again')}
      </button>
      <button type="button" className="touch-target link" onClick={() => discard(messageId)}>
        {t('Discard')}
      </button>
    </div>
  )
}
