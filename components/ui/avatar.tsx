import type { CSSProperties } from 'react'
import { cn } from './cn'

const HUES = [20, 245, 330, 150, 65, 195, 110, 290]
const SIZES = {
  s: 'size-4.5 text-[10px]',
  m: 'size-7 text-xs',
  md: 'size-8 text-sm',
  l: 'size-14 text-[20px]',
  xl: 'size-20 text-[28px]',
}

/**
 * A picture, else a disc in one of eight quiet colours, chosen by the id, with the name's first letter.
 * Hidden from readers.
 */
export function Avatar({
  id,
  name,
  url,
  size = 'md',
  className,
}: {
  id: string
  name: string
  /** A picture that somebody has chosen. */
  url?: string | null
  size?: keyof typeof SIZES
  className?: string
}) {
  if (url)
    return (
      <img
        src={url}
        alt=""
        draggable={false}
        className={cn('flex-none rounded-full bg-surface-2 object-cover', SIZES[size], className)}
      />
    )
  return (
    <span
      aria-hidden="true"
      style={{ '--ph': hueOf(id) } as CSSProperties}
      className={cn(
        'inline-grid flex-none select-none place-items-center rounded-full bg-[oklch(var(--person-l)_0.07_var(--ph))] font-semibold text-[var(--person-ink)] leading-none',
        SIZES[size],
        className,
      )}
    >
      {initial(name)}
    </span>
  )
}

function hueOf(id: string): number {
  let sum = 0
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) >>> 0
  return HUES[sum % HUES.length] ?? 20
}

// By code points, so that a name that begins with an emoji or a rare letter keeps it whole.
const initial = (name: string): string => (Array.from(name.trim())[0] ?? '?').toLocaleUpperCase()
