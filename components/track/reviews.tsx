'use client'
import Link from 'next/link'
import { Box } from '@/components/stats/box'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import type { ReviewPage } from '@/lib/reviews/schema'
import { MyReview } from './my-review'
import { RatingSummary } from './rating-summary'
import { ReviewRow } from './review-row'
import { useReviews } from './use-reviews'

type Props = {
  track: { id: string; title: string }
  first: ReviewPage
  isSignedIn: boolean
  canRemove: boolean
}

/** What people think of the song: all ratings, mine, and the others' words. */
export function Reviews({ track, first, isSignedIn, canRemove }: Props) {
  const { page, isBusy, write, takeBack, remove, more } = useReviews(track.id, first)
  const others = page.items.filter(({ isMine }) => !isMine)
  return (
    <Box title="Reviews">
      <RatingSummary ratings={page.ratings} />
      {isSignedIn ? (
        <MyReview mine={page.mine} isBusy={isBusy} onWrite={write} onTakeBack={() => void takeBack()} />
      ) : (
        <p className="mt-5 flex flex-wrap items-center gap-3 border-t pt-5 text-text-2">
          <Link
            href={`/login?next=${encodeURIComponent(`/track/${track.id}`)}`}
            className={buttonLook({ variant: 'line', size: 'sm' })}
          >
            Sign in
          </Link>
          to say what you think of it.
        </p>
      )}
      {others.length > 0 && (
        <ul aria-label="What others think" className="mt-5 border-t">
          {others.map((review) => (
            <ReviewRow key={review.id} review={review} onRemove={canRemove ? () => void remove(review) : undefined} />
          ))}
        </ul>
      )}
      {page.nextCursor !== null && (
        <Button variant="line" busy={isBusy} onClick={() => void more()} className="mt-4 w-full">
          Show more
        </Button>
      )}
    </Box>
  )
}
