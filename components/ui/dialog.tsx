'use client'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ComponentProps, type ReactNode, useRef, useState } from 'react'
import { useText } from '#text'
import { cn } from './cn'
import { IconButton } from './icon-button'

export const Dialog = Radix.Root
export const DialogTrigger = Radix.Trigger
export const DialogClose = Radix.Close

export type DialogContentProps = Omit<ComponentProps<typeof Radix.Content>, 'title'> & {
  title: ReactNode
  description?: ReactNode
  /** The title is for readers only, and no close button is drawn. */
  isBare?: boolean
}

/** In the middle of the screen; a bottom sheet below 640 px. */
export function DialogContent({ title, description, isBare, className, children, ...props }: DialogContentProps) {
  const t = useText()
  const opener = useRef<HTMLElement | null>(null)
  return (
    <Radix.Portal>
      <DialogScrim />
      <Radix.Content
        {...(description ? {} : { 'aria-describedby': undefined })}
        onOpenAutoFocus={focusField}
        onCloseAutoFocus={(event) => {
          if (!opener.current?.isConnected) return
          event.preventDefault()
          opener.current.focus()
        }}
        className={cn(
          'fixed z-50 flex max-h-[calc(100dvh-24px)] flex-col overflow-y-auto overscroll-contain bg-surface-1 shadow-3 outline-none',
          'max-sm:inset-x-0 max-sm:bottom-0 max-sm:rounded-t-xl max-sm:data-[state=closed]:animate-sheet-out max-sm:data-[state=open]:animate-sheet-in',
          'sm:top-[12vh] sm:left-1/2 sm:max-h-[80vh] sm:w-[calc(100%-32px)] sm:max-w-[440px] sm:-translate-x-1/2 sm:rounded-xl sm:ring-1 sm:ring-line sm:data-[state=closed]:animate-fade-out sm:data-[state=open]:animate-fade-in',
          isBare
            ? 'max-sm:pb-[env(safe-area-inset-bottom)]'
            : 'p-6 max-sm:pt-3 max-sm:pb-[max(24px,env(safe-area-inset-bottom))]',
          className,
        )}
        {...props}
      >
        <RememberOpener to={opener} />
        <span aria-hidden="true" className="mx-auto mb-3 h-1 w-9 flex-none rounded-full bg-line-strong sm:hidden" />
        {isBare ? (
          <Radix.Title className="sr-only">{title}</Radix.Title>
        ) : (
          // Sticks to the edge, not to where the padding ends.
          <header className="sticky -top-6 z-10 -mx-6 -mt-6 mb-2 flex items-start gap-3 bg-surface-1 px-6 pt-6 pb-3 max-sm:-top-3 max-sm:-mt-3 max-sm:pt-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
              {description && <Radix.Description className="mt-1 text-text-2">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton label={t('Close')} size="sm" className="-mt-0.5 -mr-1.5">
                <X aria-hidden="true" strokeWidth={1.75} />
              </IconButton>
            </Radix.Close>
          </header>
        )}
        {isBare && description && <Radix.Description className="sr-only">{description}</Radix.Description>}
        {children}
      </Radix.Content>
    </Radix.Portal>
  )
}

/** Whoever has the focus as the dialog is drawn gets it back; for an item of a menu that is the menu's button. */
function RememberOpener({ to }: { to: { current: HTMLElement | null } }) {
  useState(() => {
    const active = document.activeElement as HTMLElement | null
    const button = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
    to.current = button ? document.getElementById(button) : active
  })
  return null
}

/** To the first field, else to the dialog itself: never to the button that closes it. */
function focusField(event: Event) {
  event.preventDefault()
  const content = event.currentTarget as HTMLElement
  const field = content.querySelector<HTMLElement>('input:not([type="hidden"]), textarea')
  ;(field ?? content).focus()
}

/** For dialogs whose first field is not what they are opened for: no keyboard comes up on a phone. */
export function focusDialog(event: Event) {
  event.preventDefault()
  ;(event.currentTarget as HTMLElement).focus()
}

export function DialogScrim() {
  return (
    <Radix.Overlay className="fixed inset-0 z-50 bg-scrim data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in" />
  )
}
