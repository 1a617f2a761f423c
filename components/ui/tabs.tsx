'use client'
import { Tabs as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

export const Tabs = Radix.Root
export const TabsContent = Radix.Content

export function TabsList({ className, ...props }: ComponentProps<typeof Radix.List>) {
  return <Radix.List className={cn('flex gap-5 border-b', className)} {...props} />
}

/** `count` is said after the label, quietly. */
export function Tab({
  count,
  className,
  children,
  ...props
}: ComponentProps<typeof Radix.Trigger> & { count?: number }) {
  return (
    <Radix.Trigger
      className={cn(
        'relative rounded-t-xs py-3 font-medium text-text-3 transition-colors duration-[120ms] hover:text-text-2 data-[state=active]:text-text-1',
        "data-[state=active]:after:absolute data-[state=active]:after:inset-x-0 data-[state=active]:after:-bottom-px data-[state=active]:after:h-0.5 data-[state=active]:after:rounded-[1px] data-[state=active]:after:bg-accent data-[state=active]:after:content-['']",
        className,
      )}
      {...props}
    >
      {children}
      {count !== undefined && <span className="ml-1 font-normal text-text-3 tabular-nums">{count}</span>}
    </Radix.Trigger>
  )
}
