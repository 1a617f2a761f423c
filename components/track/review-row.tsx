'use client'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#text'
import { Avatar } from '@/components/ui/avatar'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { Since } from '@/components/ui/since'
import type { ReviewView } from '@/lib/reviews/schema'
import { Stars } from './stars'

/** Somebody's review. `onRemove` is there for moderators. */
export function ReviewRow({ review, onRemove }: { review: ReviewView; onRemove: (() => void) | undefined }) {
  const t = useText()
  const { author, rating, text, createdAt, editedAt } = review
  const [isAsking, setAsking] = useState(false)
  return (
    <li className="flex gap-3 border-b py-4 last:border-b-0 last:pb-0">
      <Avatar id={author.id} name={author.name} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
          <span className="min-w-0 truncate font-medium">{author.name}</span>
          <Stars rating={rating} />
          <span className="text-sm text-text-3">
            <Since iso={createdAt} />
            {editedAt && `, ${t('edited')}`}
          </span>
        </div>
        {text && <p className="mt-1.5 whitespace-pre-line text-pretty text-text-2 [overflow-wrap:anywhere]">{text}</p>}
      </div>
      {onRemove && (
        <IconButton
          label={t('Remove the review of {name}', { name: author.name })}
          size="sm"
          onClick={() => setAsking(true)}
        >
          <Trash2 aria-hidden="true" strokeWidth={1.75} />
        </IconButton>
      )}
      {isAsking && onRemove && (
        <ConfirmDialog
          onClose={() => setAsking(false)}
          title={t('Remove the review of {name}?', { name: author.name })}
          description={t('It is gone for everyone, and the audit log keeps who removed it.')}
          action={t('Remove it')}
          onConfirm={onRemove}
        />
      )}
    </li>
  )
}
