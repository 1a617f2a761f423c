'use client'
import { Slider as Radix } from 'radix-ui'
import { cn } from './cn'

export type SliderProps = {
  /** What it sets, for readers. */
  label: string
  value: number
  min?: number
  max?: number
  step?: number
  /** The value as it is spoken, e.g. "40 ms late". */
  valueText?: string
  /** Filled from the middle: for values around zero. */
  isCentred?: boolean
  disabled?: boolean
  className?: string
  onChange: (value: number) => void
  /** Once, when the thumb is let go. */
  onCommit?: (value: number) => void
}

export function Slider({
  label,
  value,
  min = 0,
  max = 100,
  step = 1,
  valueText,
  isCentred,
  disabled,
  className,
  onChange,
  onCommit,
}: SliderProps) {
  const share = ((value - min) / (max - min)) * 100
  return (
    <Radix.Root
      value={[value]}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      onValueChange={([next]) => next !== undefined && onChange(next)}
      onValueCommit={([next]) => next !== undefined && onCommit?.(next)}
      className={cn(
        'group relative flex h-5 w-full touch-none select-none items-center data-[disabled]:opacity-45 pointer-coarse:h-11',
        className,
      )}
    >
      <Radix.Track className="relative h-1 grow overflow-hidden rounded-full bg-line-strong">
        {isCentred ? (
          <span
            className="absolute inset-y-0 bg-accent"
            style={{ left: `${Math.min(50, share)}%`, width: `${Math.abs(share - 50)}%` }}
          />
        ) : (
          <Radix.Range className="absolute h-full rounded-full bg-text-1" />
        )}
      </Radix.Track>
      <Radix.Thumb
        aria-label={label}
        aria-valuetext={valueText}
        className="block size-3 cursor-grab rounded-full bg-text-1 shadow-1 transition-transform duration-[120ms] active:cursor-grabbing group-hover:scale-115"
      />
    </Radix.Root>
  )
}
