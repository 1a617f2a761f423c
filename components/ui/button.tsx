'use client'
import type { VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps, MouseEvent } from 'react'
import { buttonLook } from './button-look'
import { cn } from './cn'
import { Pulse } from './pulse'

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonLook> & {
    /** Waiting for an answer: three dots gather, clicks do nothing, the focus stays. */
    busy?: boolean
    /** Dresses its only child (a link) instead of drawing a button. */
    asChild?: boolean
  }

export function Button({ variant, size, busy = false, asChild, className, children, onClick, ...props }: ButtonProps) {
  const look = cn(buttonLook({ variant, size }), className)
  if (asChild)
    return (
      <Slot.Root className={look} onClick={onClick} {...props}>
        {children}
      </Slot.Root>
    )
  return (
    <button
      type="button"
      {...props}
      className={look}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? holdBack : onClick}
    >
      {busy && <Pulse state="wait" />}
      {children}
    </button>
  )
}

const holdBack = (event: MouseEvent) => event.preventDefault()
