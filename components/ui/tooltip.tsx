'use client'
import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd'

export const TooltipProvider = Radix.Provider

/** Says what its child does, with the key that does the same. Never the only place where something is said. */
export function Tooltip({
  label,
  shortcut,
  side = 'top',
  children,
}: {
  label: ReactNode
  shortcut?: string
  side?: 'top' | 'right' | 'bottom' | 'left'
  children: ReactNode
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-70 flex max-w-72 animate-pop-in items-center gap-2 rounded-sm bg-surface-3 px-2.5 py-1.5 text-sm text-text-1 shadow-2 ring-1 ring-line"
        >
          {label}
          {shortcut && <Kbd className="bg-surface-1">{shortcut}</Kbd>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
