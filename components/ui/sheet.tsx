'use client'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { useText } from '#text'
import { cn } from './cn'
import { DialogScrim } from './dialog'
import { IconButton } from './icon-button'

export const Sheet = Radix.Root

export type SheetContentProps = Omit<ComponentProps<typeof Radix.Content>, 'title'> & {
  title: ReactNode
  /** From below (a phone's), or along the right edge. */
  side?: 'bottom' | 'right'
  isTitleHidden?: boolean
}

export function SheetContent({
  title,
  side = 'bottom',
  isTitleHidden,
  className,
  children,
  ...props
}: SheetContentProps) {
  const t = useText()
  return (
    <Radix.Portal>
      <DialogScrim />
      <Radix.Content
        aria-describedby={undefined}
        className={cn(
          'fixed z-50 flex flex-col bg-surface-1 shadow-3 outline-none',
          side === 'bottom'
            ? 'inset-x-0 bottom-0 max-h-[calc(100dvh-24px)] rounded-t-[28px] px-5 pt-2 pb-[max(28px,env(safe-area-inset-bottom))] data-[state=closed]:animate-sheet-out data-[state=open]:animate-sheet-in'
            : 'inset-y-0 right-0 w-[min(420px,100%)] border-l p-5 data-[state=closed]:animate-side-out data-[state=open]:animate-side-in',
          className,
        )}
        {...props}
      >
        {side === 'bottom' && (
          <span aria-hidden="true" className="mx-auto mt-1 mb-3 h-1 w-9 flex-none rounded-full bg-line-strong" />
        )}
        <header className={cn('mb-2 flex flex-none items-center gap-3', isTitleHidden && 'sr-only')}>
          <Radix.Title className="min-w-0 flex-1 truncate font-semibold text-lg">{title}</Radix.Title>
          <Radix.Close asChild>
            <IconButton label={t('Close')} size="sm">
              <X aria-hidden="true" strokeWidth={1.75} />
            </IconButton>
          </Radix.Close>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
      </Radix.Content>
    </Radix.Portal>
  )
}
