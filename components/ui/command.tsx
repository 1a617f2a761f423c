'use client'
import { Command as Cmdk } from 'cmdk'
import { Search, X } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useText } from '#text'
import { cn } from './cn'
import { Dialog, DialogClose, DialogContent } from './dialog'
import { IconButton } from './icon-button'
import { Kbd } from './kbd'

/** The palette: a dialog with a field and what it finds. A tall sheet on phones. */
export function CommandDialog({
  title,
  open,
  onOpenChange,
  children,
  ...props
}: ComponentProps<typeof Cmdk> & {
  title: string
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={title}
        isBare
        className="overflow-hidden p-0 max-sm:h-[calc(100dvh-24px)] max-sm:pt-2 sm:max-w-[640px] sm:rounded-[20px]"
      >
        <Cmdk label={title} className="flex min-h-0 flex-1 flex-col" {...props}>
          {children}
        </Cmdk>
      </DialogContent>
    </Dialog>
  )
}

/** With the way out: the key for it, or a button for fingers. */
export function CommandInput({ className, ...props }: ComponentProps<typeof Cmdk.Input>) {
  const t = useText()
  return (
    <div className="flex h-15 flex-none items-center gap-3 border-b px-5 text-text-3">
      <Search aria-hidden="true" strokeWidth={1.75} className="size-5 flex-none" />
      <Cmdk.Input
        className={cn(
          'h-full min-w-0 flex-1 bg-transparent text-[18px] text-text-1 tracking-[-0.01em] outline-none',
          className,
        )}
        {...props}
      />
      <Kbd className="max-sm:hidden">{t('esc')}</Kbd>
      <DialogClose asChild>
        <IconButton label={t('Close')} className="-mr-3 hidden max-sm:inline-grid pointer-coarse:inline-grid">
          <X aria-hidden="true" strokeWidth={1.75} />
        </IconButton>
      </DialogClose>
    </div>
  )
}

export function CommandList({ className, ...props }: ComponentProps<typeof Cmdk.List>) {
  return (
    <Cmdk.List
      className={cn('min-h-0 flex-1 overflow-y-auto overscroll-contain px-3 pt-1 pb-3 sm:max-h-[56vh]', className)}
      {...props}
    />
  )
}

export function CommandGroup({ className, ...props }: ComponentProps<typeof Cmdk.Group>) {
  return (
    <Cmdk.Group
      className={cn(
        '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-text-3 [&_[cmdk-group-heading]]:text-xs',
        className,
      )}
      {...props}
    />
  )
}

export function CommandItem({ className, ...props }: ComponentProps<typeof Cmdk.Item>) {
  return (
    <Cmdk.Item
      className={cn(
        'flex min-w-0 cursor-pointer select-none items-center gap-3 rounded-md p-2 data-[disabled=true]:cursor-default data-[selected=true]:bg-surface-3 data-[disabled=true]:opacity-45',
        className,
      )}
      {...props}
    />
  )
}

export const CommandEmpty = Cmdk.Empty

/** The keys that work here; not on phones. */
export function CommandFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-none items-center gap-4 border-t px-5 py-3 text-text-3 text-xs max-sm:hidden [&_span]:inline-flex [&_span]:items-center [&_span]:gap-1.5">
      {children}
    </footer>
  )
}
