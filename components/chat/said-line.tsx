'use client'

import { useText } from '#text'
import { useFace } from '@/components/room/room-context'
import { Avatar } from '@/components/ui/avatar'
import { cn } from '@/components/ui/cn'
import type { Line, Part } from './chat-lines'
import { MessageMenu } from './message-menu'
import { MessageText } from './message-text'
import { Unsent } from './unsent'

/** What one person said in a row. */
export function SaidLine({ line }: { line: Extract<Line, { kind: 'said' }> }) {
  const { memberId, displayName, at, parts } = line
  const face = useFace(memberId)
  return (
    <div className="grid grid-cols-[28px_minmax(0,1fr)] gap-2.5">
      <Avatar id={memberId} name={displayName} url={face} size="m" />
      <div className="min-w-0">
        <div className="flex items-baseline gap-2">
          <bdi className="truncate font-semibold" title={displayName}>
            {displayName}
          </bdi>
          {at && <Time at={at} />}
        </div>
        {parts.map((part) => (
          <Said key={part.messageId} part={part} memberId={memberId} displayName={displayName} />
        ))}
      </div>
    </div>
  )
}

function Said({ part, memberId, displayName }: { part: Part; memberId: string; displayName: string }) {
  const { messageId, text, outgoing } = part
  return (
    // A tap gives it the focus, which shows what can be done with it.
    <div tabIndex={-1} className="group/said relative outline-none">
      <p
        dir="auto"
        className={cn(
          'overflow-hidden pr-7 whitespace-pre-wrap text-text-2 [overflow-wrap:anywhere] [unicode-bidi:isolate]',
          outgoing && 'opacity-60',
        )}
      >
        <MessageText text={text} />
      </p>
      {outgoing?.refusal && <Unsent outgoing={outgoing} />}
      {!outgoing && <MessageMenu messageId={messageId} memberId={memberId} displayName={displayName} />}
    </div>
  )
}

function Time({ at }: { at: string }) {
  const t = useText()
  const date = new Date(at)
  const isToday = date.toDateString() === new Date().toDateString()
  const day = isToday ? {} : ({ month: 'short', day: 'numeric' } as const)
  return (
    <time dateTime={at} className="mono flex-none text-xs text-text-3">
      {date.toLocaleString(t.language === 'en' ? [] : t.locale, { hour: 'numeric', minute: '2-digit', ...day })}
    </time>
  )
}
