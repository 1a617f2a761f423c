'use client'

import { ArrowDown } from 'lucide-react'
import { memo, type ReactNode, type RefObject, useMemo } from 'react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { useChatContext } from './chat-context'
import { chatLines, type Line } from './chat-lines'
import { Composer } from './composer'
import { HappenedLine } from './happened-line'
import { SaidLine } from './said-line'
import { useStayAtEnd } from './use-stay-at-end'

/** What people say, the newest at the bottom, and the field to say something. */
export function ChatPanel({
  className,
  field,
  above,
}: {
  className?: string
  field?: RefObject<HTMLTextAreaElement | null>
  /** Stands between the log and the field. */
  above?: ReactNode
}) {
  const t = useText()
  const { state } = useChatContext()
  const { memberId, displayName } = useRoomContext().room.me
  const { may } = useActing()
  const lines = useMemo(() => chatLines(t, state, { memberId, displayName }), [t, state, memberId, displayName])
  const { log, isBehind, toEnd } = useStayAtEnd(lines)
  return (
    <div className={cn('relative flex min-h-0 flex-col', className)}>
      <div
        ref={log}
        role="log"
        aria-label={t('Chat')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="scroll-quiet flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain px-4 pt-4 pb-3 -outline-offset-2 *:first:mt-auto"
      >
        {lines.length === 0 ? <Quiet /> : <Lines lines={lines} />}
      </div>
      {isBehind && (
        <Button
          size="sm"
          variant="soft"
          onClick={toEnd}
          className="absolute bottom-18 left-1/2 -translate-x-1/2 bg-surface-3 shadow-2"
        >
          <ArrowDown aria-hidden="true" />
          {t('New messages')}
        </Button>
      )}
      {above}
      {may('chat') && <Composer field={field} />}
    </div>
  )
}

const Lines = memo(function Lines({ lines }: { lines: Line[] }) {
  return (
    <div className="grid gap-3.5">
      {lines.map((line) =>
        line.kind === 'said' ? <SaidLine key={line.key} line={line} /> : <HappenedLine key={line.key} line={line} />,
      )}
    </div>
  )
})

function Quiet() {
  const t = useText()
  return (
    <p className="pb-1 text-sm text-pretty text-text-3">
      {t('Nothing said yet. What you write here, the room reads.')}
    </p>
  )
}
