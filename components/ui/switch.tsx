'use client'
import { Switch as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'

/** On or off, with what it means beside it; the whole row is the target. */
export function Switch({
  label,
  hint,
  checked,
  disabled,
  onChange,
}: {
  label: string
  hint?: ReactNode
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <div className="flex min-h-11 items-center gap-4">
      <label htmlFor={id} className="min-w-0 flex-1 cursor-pointer">
        <span className="block font-medium">{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="block text-sm text-text-3">
            {hint}
          </span>
        )}
      </label>
      <Radix.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="touch-target h-6 w-10 flex-none rounded-full bg-surface-3 p-[3px] shadow-[inset_0_0_0_1px_var(--line-strong)] transition-colors duration-[120ms] disabled:opacity-45 data-[state=checked]:bg-accent data-[state=checked]:shadow-none"
      >
        <Radix.Thumb className="block size-4.5 rounded-full bg-text-1 transition-transform duration-[180ms] ease-out data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
      </Radix.Root>
    </div>
  )
}
