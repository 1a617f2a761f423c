import { Star } from 'lucide-react'
import { useText } from '#text'
import { cn } from '@/components/ui/cn'
import type { Text } from '@/lib/language/text'

export const FIVE = [1, 2, 3, 4, 5] as const

export const starsText = (t: Text, rating: number) => t('{rating} of 5 stars', { rating })

/** A rating to look at. */
export function Stars({ rating, className }: { rating: number; className?: string }) {
  const t = useText()
  return (
    <span role="img" aria-label={starsText(t, rating)} className={cn('inline-flex gap-0.5', className)}>
      {FIVE.map((star) => (
        <Star
          key={star}
          aria-hidden="true"
          strokeWidth={1.75}
          className={cn('size-4', star <= Math.round(rating) ? 'fill-accent text-accent' : 'text-text-3')}
        />
      ))}
    </span>
  )
}
