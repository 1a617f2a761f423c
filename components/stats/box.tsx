import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** A panel of numbers under a title. */
export function Box({
  title,
  aside,
  className,
  children,
}: {
  title: ReactNode
  aside?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <section
      className={cn(
        'hairline min-w-0 rounded-lg bg-surface-1 p-4 sm:rounded-[20px] sm:px-6 sm:pt-5 sm:pb-6',
        className,
      )}
    >
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="min-w-0 font-semibold text-lg">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
