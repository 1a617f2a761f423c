'use client'
import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'

/** One of a few, all visible. */
export function Segmented<T extends string>({
  label,
  value,
  options,
  onChange,
  className,
}: {
  label: string
  value: T
  options: readonly { value: T; label: ReactNode }[]
  onChange: (value: T) => void
  className?: string
}) {
  return (
    <ToggleGroup.Root
      type="single"
      value={value}
      aria-label={label}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next)
        if (chosen) onChange(chosen.value)
      }}
      className={cn('inline-flex gap-0.5 rounded-md bg-surface-2 p-[3px]', className)}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className="inline-flex h-7.5 flex-1 items-center justify-center gap-1.5 whitespace-nowrap rounded-[9px] px-3 font-medium text-sm text-text-2 transition-[background-color,color] duration-[120ms] hover:text-text-1 data-[state=on]:bg-surface-0 data-[state=on]:text-text-1 data-[state=on]:shadow-1 pointer-coarse:h-11 [&_svg]:size-4"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
