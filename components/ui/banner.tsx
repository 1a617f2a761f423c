import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { Pulse } from './pulse'

/** A state that lasts: no connection, the host away. `isWaiting` shows that something is being tried. */
export function Banner({
  icon: Icon,
  isWaiting,
  action,
  children,
  className,
}: {
  icon?: LucideIcon
  isWaiting?: boolean
  action?: ReactNode
  children: ReactNode
  className?: string
}) {
  return (
    <div role="status" className={cn('flex items-center gap-3 rounded-md bg-surface-2 px-4 py-3', className)}>
      {isWaiting ? (
        <Pulse state="wait" className="text-warning" />
      ) : (
        Icon && <Icon aria-hidden="true" strokeWidth={1.75} className="size-5 flex-none" />
      )}
      <span className="min-w-0 flex-1">{children}</span>
      {action}
    </div>
  )
}
