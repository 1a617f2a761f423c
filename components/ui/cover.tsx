import { cn } from './cn'

/** A song's picture. Silent for readers unless `alt` says something that no text beside it says. */
export function Cover({
  track,
  size = 48,
  alt = '',
  className,
}: {
  track: { coverUrl: string }
  /** Px; `className` may override it. */
  size?: number
  alt?: string
  className?: string
}) {
  return (
    <img
      src={track.coverUrl}
      alt={alt}
      width={size}
      height={size}
      loading="lazy"
      decoding="async"
      draggable={false}
      style={{ width: size, height: size }}
      className={cn('flex-none rounded-sm bg-surface-2 object-cover', className)}
    />
  )
}
