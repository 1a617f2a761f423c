'use client'

import { SendHorizontal } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, type RefObject, useId } from 'react'
import { useText } from '#text'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { charactersLeft } from '@/lib/chat/schema'
import { tidyLines } from '@/lib/visible'
import { useChatContext, useDraft } from './chat-context'

/** Enter sends, with Shift it breaks the line. */
export function Composer({ field }: { field?: RefObject<HTMLTextAreaElement | null> | undefined }) {
  const t = useText()
  const { send } = useChatContext()
  const [text, setText] = useDraft()
  const lengthId = useId()
  const left = charactersLeft(text)
  const isTooLong = left < 0
  const isSendable = !isTooLong && text.trim() !== ''

  const submit = (event?: FormEvent<HTMLFormElement>) => {
    event?.preventDefault()
    if (!isSendable) return
    send(tidyLines(text))
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
      <div className="hairline flex items-end rounded-md bg-surface-2 text-text-3 transition-shadow duration-[120ms] focus-within:shadow-[inset_0_0_0_1px_var(--accent),0_0_0_3px_var(--accent-soft)] has-[[aria-invalid]]:shadow-[inset_0_0_0_1px_var(--danger)]">
        <textarea
          ref={field}
          aria-label={t('Message the room')}
          placeholder={t('Message the room')}
          dir="auto"
          rows={1}
          aria-invalid={isTooLong || undefined}
          aria-describedby={left < NEAR_THE_END ? lengthId : undefined}
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
          disabled={!isSendable}
          onMouseDown={(event) => event.preventDefault()}
          className="m-0.5"
        >
          <SendHorizontal aria-hidden="true" strokeWidth={1.75} />
        </IconButton>
      </div>
      <Length id={lengthId} left={left} />
    </form>
  )
}

/** Longer than most of what is said: below it, nobody counts. */
const NEAR_THE_END = 50

/** Near the end how much may follow, beyond it how much must go: nothing is cut that somebody wrote. */
function Length({ id, left }: { id: string; left: number }) {
  const t = useText()
  const isTooLong = left < 0
  return (
    <>
      {left < NEAR_THE_END && (
        <p id={id} className={cn('px-3.5 pt-1.5 text-right text-xs', isTooLong ? 'text-danger' : 'text-text-3')}>
          {isTooLong
            ? t('{over, plural, one {# character too many} other {# characters too many}}', { over: -left })
            : t('{left, plural, one {# character left} other {# characters left}}', { left })}
        </p>
      )}
      {/* Said once, and not with each key. */}
      <p role="alert" className="sr-only">
        {isTooLong && t('Too long for one message.')}
      </p>
    </>
  )
}
