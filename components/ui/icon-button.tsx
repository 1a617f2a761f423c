'use client'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label'> & {
  /** What it does, for readers and the tooltip of the browser's. */
  label: string
  size?: 'sm' | 'md'
  asChild?: boolean
}

/** 40 px with a mouse, 44 on touch; `sm` looks 32. */
export function IconButton({ label, size = 'md', asChild, className, ...props }: IconButtonProps) {
  const Root = asChild ? Slot.Root : 'button'
  return (
    <Root
      {...(asChild ? {} : { type: 'button' as const })}
      aria-label={label}
      className={cn(
        'inline-grid flex-none place-items-center text-text-2 transition-[background-color,color] duration-[120ms] hover:bg-surface-2 hover:text-text-1 disabled:cursor-not-allowed disabled:opacity-45 data-[state=open]:bg-surface-2 data-[state=open]:text-text-1',
        size === 'md'
          ? 'size-10 rounded-md pointer-coarse:size-11 [&_svg]:size-5'
          : 'touch-target size-8 rounded-[10px] [&_svg]:size-4',
        className,
      )}
      {...props}
    />
  )
}
