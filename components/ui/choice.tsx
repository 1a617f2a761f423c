'use client'
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from './menu'

export type ChoiceOption<T> = { value: T; label: string }

/** One of several, with what it means beside it; the others are in a menu. */
export function Choice<T extends string | number | null>({
  label,
  hint,
  value,
  options,
  onChange,
}: {
  label: string
  hint?: ReactNode
  value: T
  options: readonly ChoiceOption<T>[]
  onChange: (value: T) => void
}) {
  const id = useId()
  const chosen = options.find((option) => option.value === value)?.label ?? String(value)
  const choose = (text: string) => {
    const option = options.find((one) => String(one.value) === text)
    if (option) onChange(option.value)
  }
  return (
    <div className="flex min-h-11 items-center gap-4">
      <div className="min-w-0 flex-1">
        <span id={`${id}-label`} className="block font-medium">
          {label}
        </span>
        {hint && <span className="block text-sm text-text-3">{hint}</span>}
      </div>
      <Menu>
        <MenuTrigger asChild>
          <button
            type="button"
            id={`${id}-value`}
            aria-labelledby={`${id}-label ${id}-value`}
            className="inline-flex h-9 flex-none items-center gap-1.5 rounded-md bg-surface-2 pr-2 pl-3 text-sm font-medium transition-colors duration-[120ms] hover:bg-surface-3 data-[state=open]:bg-surface-3 pointer-coarse:h-11"
          >
            {chosen}
            <ChevronDown aria-hidden="true" strokeWidth={1.75} className="size-4 text-text-3" />
          </button>
        </MenuTrigger>
        <MenuContent>
          <MenuRadioGroup value={String(value)} onValueChange={choose}>
            {options.map((option) => (
              <MenuRadioItem key={String(option.value)} value={String(option.value)}>
                {option.label}
              </MenuRadioItem>
            ))}
          </MenuRadioGroup>
        </MenuContent>
      </Menu>
    </div>
  )
}
