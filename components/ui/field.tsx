import { CircleAlert, type LucideIcon } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from './cn'

export type FieldProps = Omit<ComponentProps<'input'>, 'size'> & {
  /** Named above the field; `isLabelHidden` keeps it for readers only. */
  label: string
  isLabelHidden?: boolean
  hint?: ReactNode
  /** What is wrong and what to do: the field turns red and readers hear it. */
  error?: string | null
  icon?: LucideIcon
  /** Sits at the right inside the field: a tag, a button. */
  trailing?: ReactNode
  /** Sits below the field, before the hint. */
  below?: ReactNode
  size?: 'md' | 'lg'
}

export function Field({
  label,
  isLabelHidden,
  hint,
  error,
  icon: Icon,
  trailing,
  below,
  size = 'md',
  className,
  id,
  ...props
}: FieldProps) {
  const own = useId()
  const inputId = id ?? own
  const noteId = `${inputId}-note`
  return (
    <div className={className}>
      <label htmlFor={inputId} className={cn('mb-1.5 block text-sm font-medium', isLabelHidden && 'sr-only')}>
        {label}
      </label>
      <div
        className={cn(
          'hairline flex w-full min-w-0 items-center gap-2.5 rounded-md bg-surface-2 px-3.5 text-text-3 transition-shadow duration-[120ms] focus-within:text-text-2 focus-within:shadow-[inset_0_0_0_1px_var(--accent),0_0_0_3px_var(--accent-soft)]',
          size === 'lg' ? 'h-12' : 'h-11',
          error && 'shadow-[inset_0_0_0_1px_var(--danger)]',
          props.disabled && 'opacity-45',
        )}
      >
        {Icon && <Icon aria-hidden="true" strokeWidth={1.75} className="size-5 flex-none" />}
        {/* 16 px on touch: a smaller one makes iOS zoom the page. */}
        <input
          id={inputId}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? noteId : undefined}
          className="h-full min-w-0 flex-1 bg-transparent text-text-1 outline-none pointer-coarse:text-[16px]"
          {...props}
        />
        {trailing}
      </div>
      {below}
      <div id={noteId} aria-live="polite">
        {error ? <FieldError>{error}</FieldError> : hint ? <FieldHint>{hint}</FieldHint> : null}
      </div>
    </div>
  )
}

export function FieldHint({ children, className }: { children: ReactNode; className?: string }) {
  return <p className={cn('mt-1.5 flex items-center gap-1.5 text-sm text-text-3', className)}>{children}</p>
}

export function FieldError({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <p className={cn('mt-1.5 flex items-start gap-1.5 text-sm text-danger', className)}>
      <CircleAlert aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-4 flex-none" />
      <span>{children}</span>
    </p>
  )
}
