'use client'
import Link from 'next/link'
import { useText } from '#text'
import { Sentence } from '@/components/language/sentence'
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
  const t = useText()
  const { page, isBusy, write, takeBack, remove, more } = useReviews(track.id, first)
  const others = page.items.filter(({ isMine }) => !isMine)
  return (
    <Box title={t('Reviews')}>
      <RatingSummary ratings={page.ratings} />
      {isSignedIn ? (
        <MyReview mine={page.mine} isBusy={isBusy} onWrite={write} onTakeBack={() => void takeBack()} />
      ) : (
        <p className="mt-5 flex flex-wrap items-center gap-3 border-t pt-5 text-text-2">
          <Sentence
            of="<link>Sign in</link> to say what you think of it."
            with={{
              link: (words) => (
                <Link
                  href={`/login?next=${encodeURIComponent(`/track/${track.id}`)}`}
                  className={buttonLook({ variant: 'line', size: 'sm' })}
                >
                  {words}
                </Link>
              ),
            }}
          />
        </p>
      )}
      {others.length > 0 && (
        <ul aria-label={t('What others think')} className="mt-5 border-t">
          {others.map((review) => (
            <ReviewRow key={review.id} review={review} onRemove={canRemove ? () => void remove(review) : undefined} />
          ))}
        </ul>
      )}
      {page.nextCursor !== null && (
        <Button variant="line" busy={isBusy} onClick={() => void more()} className="mt-4 w-full">
          {t('Show more')}
        </Button>
      )}
    </Box>
  )
}
