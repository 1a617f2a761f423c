'use client'

import { useEffect } from 'react'
import { useText } from '#text'
import { useOverlay } from '@/components/room/screen-context'
import { ReactionButtons } from '@/components/room/stage/reactions'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import { useChatContext } from './chat-context'
import { ChatPanel } from './chat-panel'

/** On phones, from the tab bar. */
export function ChatSheet() {
  const t = useText()
  const { open, onOpenChange } = useOverlay('chat')
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent title={t('Chat')} className="h-[85dvh] px-0 pb-0 [&>header]:px-5">
        <Seen />
        <ChatPanel
          className="h-full pb-[env(safe-area-inset-bottom)]"
          above={
            <div className="flex-none px-5 pb-2">
              <ReactionButtons />
            </div>
          }
        />
      </SheetContent>
    </Sheet>
  )
}

/** While it is open, whatever comes is read. */
function Seen() {
  const { state, see } = useChatContext()
  const newest = state.messages.at(-1)?.messageId
  useEffect(() => {
    if (newest) see()
  }, [newest, see])
  return null
}
