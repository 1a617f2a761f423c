'use client'

import { SendHorizontal } from 'lucide-react'
import type { FormEvent, KeyboardEvent, RefObject } from 'react'
import { useText } from '#text'
import { IconButton } from '@/components/ui/icon-button'
import { LONGEST_MESSAGE } from '@/lib/chat/schema'
import { useChatContext, useDraft } from './chat-context'

/** Enter sends, with Shift it breaks the line. */
export function Composer({ field }: { field?: RefObject<HTMLTextAreaElement | null> | undefined }) {
  const t = useText()
  const { send } = useChatContext()
  const [text, setText] = useDraft()
  const isEmpty = text.trim() === ''

  const submit = (event?: FormEvent<HTMLFormElement>) => {
    event?.preventDefault()
    if (isEmpty) return
    send(text.trim())
    setText('')
    // The button is about to go to sleep, and would take the focus of who pressed it by keys along.
    if (document.activeElement?.matches('[type="submit"]')) event?.currentTarget.querySelector('textarea')?.focus()
  }
  const press = (event: KeyboardEvent) => {
    // Enter also ends the composition of Japanese, Chinese and Korean words.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }
  return (
    <form onSubmit={submit} className="flex-none px-4 pb-4">
      <div className="hairline flex items-end rounded-md bg-surface-2 text-text-3 transition-shadow duration-[120ms] focus-within:shadow-[inset_0_0_0_1px_var(--accent),0_0_0_3px_var(--accent-soft)]">
        <textarea
          ref={field}
          aria-label={t('Message the room')}
          placeholder={t('Message the room')}
          dir="auto"
          rows={1}
          maxLength={LONGEST_MESSAGE}
          enterKeyHint="send"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
          className="scroll-quiet field-sizing-content max-h-28 min-h-11 min-w-0 flex-1 resize-none bg-transparent py-3 pl-3.5 text-text-1 outline-none pointer-coarse:py-2.5 pointer-coarse:text-[16px]/6"
        />
        {/* Tapped, it leaves the focus in the field: else the keyboard of a phone went away with each message. */}
        <IconButton
          type="submit"
          label={t('Send')}
          disabled={isEmpty}
          onMouseDown={(event) => event.preventDefault()}
          className="m-0.5"
        >
          <SendHorizontal aria-hidden="true" strokeWidth={1.75} />
        </IconButton>
      </div>
    </form>
  )
}
