'use client'
import { Check, CircleAlert, Info, type LucideIcon, TriangleAlert, X } from 'lucide-react'
import { Toaster as Sonner, toast as sonner } from 'sonner'
import { useText } from '#text'
import { Button } from './button'
import { cn } from './cn'
import { IconButton } from './icon-button'

type Kind = 'plain' | 'good' | 'warn' | 'bad'

export type ToastOptions = {
  kind?: Kind
  icon?: LucideIcon
  /** The way back, or the way on: Undo, Try again. */
  action?: { label: string; onClick: () => void }
  /** A toast with the same id replaces the one that is shown. */
  id?: string
  /** Ms; with an action 8 s, else 5 s. */
  duration?: number
}

const ICONS: Record<Kind, LucideIcon> = { plain: Info, good: Check, warn: TriangleAlert, bad: CircleAlert }
const COLOURS: Record<Kind, string> = {
  plain: 'text-text-2',
  good: 'text-positive',
  warn: 'text-warning',
  bad: 'text-danger',
}

/** What happened, and the way back. Refusals and failures (`warn`, `bad`) are spoken at once. */
export function showToast(message: string, options: ToastOptions = {}): string | number {
  const { kind = 'plain', id, action, duration = action ? 8000 : 5000 } = options
  return sonner.custom(
    (key) => <Toast message={message} kind={kind} {...options} onDismiss={() => dismissToast(key)} />,
    {
      id,
      duration,
    },
  )
}

export const dismissToast = (id: string | number) => void sonner.dismiss(id)

function Toast({
  message,
  kind,
  icon: Icon = ICONS[kind],
  action,
  onDismiss,
}: ToastOptions & { message: string; kind: Kind; onDismiss: () => void }) {
  const t = useText()
  return (
    <div
      role={kind === 'warn' || kind === 'bad' ? 'alert' : 'status'}
      className="flex min-h-13 w-full items-center gap-3 rounded-[14px] bg-surface-3 py-2 pr-2 pl-4 font-sans text-base text-text-1 shadow-2 ring-1 ring-line ring-inset"
    >
      <Icon aria-hidden="true" strokeWidth={1.75} className={cn('size-5 flex-none', COLOURS[kind])} />
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{message}</span>
      {action && (
        <Button
          variant="ghost"
          size="sm"
          className="text-accent light:text-accent-strong hover:text-accent"
          onClick={() => {
            action.onClick()
            onDismiss()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={t('Dismiss')} size="sm" onClick={onDismiss}>
        <X aria-hidden="true" strokeWidth={1.75} />
      </IconButton>
    </div>
  )
}

/** Once, in the layout. `--toast-bottom` lifts it over a player or a tab bar. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-center"
      visibleToasts={3}
      gap={8}
      offset={{ bottom: 'var(--toast-bottom, 24px)' }}
      mobileOffset={{ bottom: 'var(--toast-bottom, 16px)', left: 12, right: 12 }}
      toastOptions={{ unstyled: true, className: 'w-full' }}
      style={{ '--width': '400px' } as React.CSSProperties}
    />
  )
}
