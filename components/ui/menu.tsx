'use client'
import { Check, type LucideIcon } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

export const Menu = Radix.Root
export const MenuTrigger = Radix.Trigger
export const MenuRadioGroup = Radix.RadioGroup

const row =
  'flex h-9 cursor-pointer select-none items-center gap-2.5 rounded-sm px-2.5 text-sm text-text-1 outline-none data-[disabled]:pointer-events-none data-[highlighted]:bg-surface-2 data-[disabled]:opacity-45 pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:flex-none [&_svg]:text-text-3'

export function MenuContent({
  className,
  sideOffset = 6,
  align = 'end',
  ...props
}: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={sideOffset}
        align={align}
        collisionPadding={12}
        className={cn(
          'z-60 min-w-48 max-w-72 rounded-md bg-surface-3 p-1 shadow-3 ring-1 ring-line data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in [&_[data-highlighted]]:bg-[color-mix(in_oklab,var(--text-1)_8%,transparent)]',
          className,
        )}
        {...props}
      />
    </Radix.Portal>
  )
}

export function MenuItem({
  icon: Icon,
  isDanger,
  className,
  children,
  asChild,
  ...props
}: ComponentProps<typeof Radix.Item> & { icon?: LucideIcon; isDanger?: boolean }) {
  const look = cn(row, isDanger && 'text-danger [&_svg]:text-danger', className)
  // As a link it has that one child, which brings its own icon.
  if (asChild)
    return (
      <Radix.Item asChild className={look} {...props}>
        {children}
      </Radix.Item>
    )
  return (
    <Radix.Item className={look} {...props}>
      {Icon && <Icon aria-hidden="true" strokeWidth={1.75} />}
      {children}
    </Radix.Item>
  )
}

export function MenuRadioItem({ className, children, ...props }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem className={cn(row, className)} {...props}>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      <Radix.ItemIndicator>
        <Check aria-hidden="true" className="!text-accent" />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  )
}

export function MenuLabel({ className, ...props }: ComponentProps<typeof Radix.Label>) {
  return <Radix.Label className={cn('truncate px-2.5 pt-2 pb-1 text-text-3 text-xs', className)} {...props} />
}

export function MenuSeparator() {
  return <Radix.Separator className="mx-1 my-1 h-px bg-line" />
}
