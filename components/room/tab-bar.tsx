'use client'

import { AudioLines, type LucideIcon, MessageCircle, Plus, Users } from 'lucide-react'
import { useText } from '#text'
import { useChatContext } from '@/components/chat/chat-context'
import { unread } from '@/components/chat/chat-state'
import { cn } from '@/components/ui/cn'
import { useActing } from './room-context'
import { useScreen } from './screen-context'

/** On phones, at the bottom. */
export function TabBar() {
  const t = useText()
  const { overlay, show, setView } = useScreen()
  const { may, myId } = useActing()
  const waiting = unread(useChatContext().state, myId)
  return (
    <nav
      aria-label={t('Room')}
      className="fixed inset-x-0 bottom-0 z-10 grid auto-cols-fr grid-flow-col border-t bg-surface-1 px-2 pt-1.5 pb-[max(18px,env(safe-area-inset-bottom))] sm:hidden"
    >
      <TabButton
        icon={AudioLines}
        name={t('Room')}
        isOn={overlay !== 'search' && overlay !== 'people' && overlay !== 'chat'}
        onClick={() => setView('queue')}
      />
      {may('queue:add') && (
        <TabButton icon={Plus} name={t('Add')} isOn={overlay === 'search'} onClick={() => show('search')} />
      )}
      <TabButton icon={Users} name={t('People')} isOn={overlay === 'people'} onClick={() => show('people')} />
      <TabButton
        icon={MessageCircle}
        name={t('Chat')}
        unread={waiting}
        isOn={overlay === 'chat'}
        onClick={() => show('chat')}
      />
    </nav>
  )
}

function TabButton({
  icon: Icon,
  name,
  unread = 0,
  isOn,
  onClick,
}: {
  icon: LucideIcon
  name: string
  unread?: number
  isOn: boolean
  onClick: () => void
}) {
  const t = useText()
  return (
    <button
      type="button"
      aria-current={isOn ? 'page' : undefined}
      onClick={onClick}
      className={cn(
        'relative grid h-13 content-center justify-items-center gap-0.5 rounded-md text-[11px]/[14px] font-medium',
        isOn
          ? "text-text-1 before:absolute before:-top-1.5 before:h-2 before:w-0.5 before:rounded-[1px] before:bg-accent before:content-['']"
          : 'text-text-3',
      )}
    >
      <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
      {name}
      {unread > 0 && (
        <span className="mono absolute top-0.5 left-[calc(50%+6px)] min-w-4.5 rounded-full bg-accent px-1 text-center text-[11px]/4.5 font-medium text-on-accent">
          {unread > 99 ? '99+' : unread}
          <span className="sr-only"> {t('unread')}</span>
        </span>
      )}
    </button>
  )
}
