'use client'

import { AudioLines, type LucideIcon, Plus, Users } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import { useActing } from './room-context'
import { useScreen } from './screen-context'

/** On phones, at the bottom. */
export function TabBar() {
  const { overlay, show, setView } = useScreen()
  const { may } = useActing()
  return (
    <nav
      aria-label="Room"
      className="fixed inset-x-0 bottom-0 z-10 grid auto-cols-fr grid-flow-col border-t bg-surface-1 px-2 pt-1.5 pb-[max(18px,env(safe-area-inset-bottom))] sm:hidden"
    >
      <TabButton
        icon={AudioLines}
        name="Room"
        isOn={overlay !== 'search' && overlay !== 'people'}
        onClick={() => setView('queue')}
      />
      {may('queue:add') && (
        <TabButton icon={Plus} name="Add" isOn={overlay === 'search'} onClick={() => show('search')} />
      )}
      <TabButton icon={Users} name="People" isOn={overlay === 'people'} onClick={() => show('people')} />
    </nav>
  )
}

function TabButton({
  icon: Icon,
  name,
  isOn,
  onClick,
}: {
  icon: LucideIcon
  name: string
  isOn: boolean
  onClick: () => void
}) {
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
    </button>
  )
}
