'use client'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useText } from '#text'
import { cn } from './cn'

const LENGTH = 6
const PLACES = [0, 1, 2, 3, 4, 5]

export type CodeBoxesProps = {
  /** Up to six characters, in capitals. */
  value: string
  onChange: (value: string) => void
  /** With all six, typed or pasted. */
  onComplete?: (value: string) => void
  label?: string
  isInvalid?: boolean
  disabled?: boolean
  autoFocus?: boolean
  /** Ids of what describes it: a hint, an error. */
  describedBy?: string
  /** `fill` shares the width among the boxes. */
  size?: 'md' | 'fill'
  className?: string
}

/**
 * Six boxes drawn over one real input: paste, autofill, phone keyboards and screen readers meet
 * an ordinary field, and the place that is next is always the one that lights up.
 */
export function CodeBoxes({
  value,
  onChange,
  onComplete,
  label,
  isInvalid,
  disabled,
  autoFocus,
  describedBy,
  size = 'md',
  className,
}: CodeBoxesProps) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [place, setPlace] = useState(value.length)

  const select = (at: number) => {
    const start = Math.max(0, Math.min(at, value.length))
    // One character is selected, so that typing replaces it.
    input.current?.setSelectionRange(start, Math.min(start + 1, value.length))
    setPlace(start)
  }
  const change = (text: string, caret: number) => {
    const next = readable(text).slice(0, LENGTH)
    onChange(next)
    setPlace(Math.min(readable(text.slice(0, caret)).length, LENGTH))
    if (next.length === LENGTH && next !== value) onComplete?.(next)
  }
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    select(place + (event.key === 'ArrowLeft' ? -1 : 1))
  }
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    select(Math.floor(((event.clientX - left) / width) * LENGTH))
  }

  return (
    <div className={cn('group relative flex gap-1.5', size === 'fill' && 'w-full gap-2', className)}>
      <input
        ref={input}
        value={value}
        disabled={disabled}
        // biome-ignore lint/a11y/noAutofocus: only where the code is what the page is for
        autoFocus={autoFocus}
        aria-label={label ?? t('Room code, six characters')}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        inputMode="text"
        enterKeyHint="go"
        onChange={(event) => change(event.target.value, event.target.selectionStart ?? LENGTH)}
        onKeyDown={move}
        onPointerUp={point}
        onFocus={() => setPlace(value.length)}
        // Never visible, yet as large as the boxes: the pointer, the magnifier and the keyboard meet it.
        className="absolute inset-0 z-1 size-full cursor-text rounded-md text-[16px] opacity-0"
      />
      {PLACES.map((box) => (
        <Box
          key={box}
          char={value[box]}
          isNext={box === Math.min(place, LENGTH - 1)}
          isInvalid={isInvalid}
          className={cn(
            size === 'fill' ? 'h-16 flex-1 text-[24px]' : 'w-11 max-sm:h-14 max-sm:flex-1',
            box === 2 && 'mr-2.5',
          )}
        />
      ))}
    </div>
  )
}

function Box({
  char,
  isNext,
  isInvalid,
  className,
}: {
  char?: string
  isNext: boolean
  isInvalid?: boolean
  className?: string
}) {
  return (
    <i
      aria-hidden="true"
      className={cn(
        'grid h-13 min-w-0 place-items-center rounded-md bg-surface-1 font-medium font-mono text-[20px] not-italic leading-none shadow-[inset_0_0_0_1px_var(--line-strong)] transition-shadow duration-[120ms]',
        isInvalid && 'shadow-[inset_0_0_0_1px_var(--danger)]',
        isNext && 'group-focus-within:shadow-[inset_0_0_0_1.5px_var(--accent),0_0_0_3px_var(--accent-soft)]',
        className,
      )}
    >
      {char ?? (
        <span
          className={cn(
            'h-0.5 w-2.5 rounded-[1px] bg-line-strong',
            isNext && 'group-focus-within:h-5.5 group-focus-within:w-0.5 group-focus-within:bg-accent',
          )}
        />
      )}
    </i>
  )
}

/** Letters and digits only: people paste "k7m-2qx" or a whole link. */
function readable(text: string): string {
  const fromLink = /\/r\/([A-Za-z0-9]{6})/.exec(text)?.[1]
  return (fromLink ?? text).toUpperCase().replace(/[^A-Z0-9]/g, '')
}
