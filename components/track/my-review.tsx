'use client'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { MOST_CHARACTERS, type ReviewView } from '@/lib/reviews/schema'
import { StarChoice } from './star-choice'
import { Stars } from './stars'

type Props = {
  mine: ReviewView | null
  isBusy: boolean
  onWrite: (rating: number, text: string) => Promise<string | null>
  onTakeBack: () => void
}

/** My review: to write, to read, to change and to take back. */
export function MyReview({ mine, isBusy, onWrite, onTakeBack }: Props) {
  const t = useText()
  const [isEditing, setEditing] = useState(false)
  const write = async (rating: number, text: string) => {
    const failure = await onWrite(rating, text)
    if (!failure) setEditing(false)
    return failure
  }
  return (
    <section aria-label={t('Your review')} className="mt-5 border-t pt-5">
      {mine && !isEditing ? (
        <>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">{t('Your review')}</span>
            <Stars rating={mine.rating} />
            <span className="flex-1" />
            <Button variant="ghost" size="sm" onClick={() => setEditing(true)}>
              {t('Change')}
            </Button>
            <Button variant="ghost" size="sm" busy={isBusy} onClick={onTakeBack}>
              {t('Take it back')}
            </Button>
          </div>
          {mine.text && <p className="mt-1.5 whitespace-pre-line text-text-2 [overflow-wrap:anywhere]">{mine.text}</p>}
        </>
      ) : (
        <ReviewForm mine={mine} isBusy={isBusy} onWrite={write} onCancel={mine ? () => setEditing(false) : undefined} />
      )}
    </section>
  )
}

type FormProps = Pick<Props, 'mine' | 'isBusy' | 'onWrite'> & { onCancel: (() => void) | undefined }

function ReviewForm({ mine, isBusy, onWrite, onCancel }: FormProps) {
  const t = useText()
  const [rating, setRating] = useState(mine?.rating ?? 0)
  const [error, setError] = useState<string | null>(null)
  const id = useId()
  const choose = (stars: number) => {
    setRating(stars)
    setError(null)
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    if (rating === 0) return setError(t('Give it one to five stars first.'))
    setError(await onWrite(rating, String(new FormData(event.currentTarget).get('text'))))
  }
  return (
    <form onSubmit={submit} noValidate>
      <StarChoice value={rating} onChange={choose} />
      <label htmlFor={id} className="sr-only">
        {t('What you think of it, if you like')}
      </label>
      <textarea
        id={id}
        name="text"
        rows={3}
        maxLength={MOST_CHARACTERS}
        defaultValue={mine?.text ?? ''}
        placeholder={t('What you think of it, if you like')}
        className="hairline mt-2 block w-full resize-y rounded-md bg-surface-2 px-3.5 py-2.5 text-text-1 outline-none focus:shadow-[inset_0_0_0_1px_var(--accent),0_0_0_3px_var(--accent-soft)] pointer-coarse:text-[16px]"
      />
      <div aria-live="assertive">{error && <FieldError>{error}</FieldError>}</div>
      <div className="mt-3 flex gap-2">
        <Button type="submit" variant="line" size="sm" busy={isBusy}>
          {mine ? t('Save') : t('Publish')}
        </Button>
        {onCancel && (
          <Button variant="ghost" size="sm" onClick={onCancel}>
            {t('Leave it')}
          </Button>
        )}
      </div>
    </form>
  )
}
