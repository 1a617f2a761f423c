'use client'
import { Heart } from 'lucide-react'
import { useCallback, useSyncExternalStore } from 'react'
import { useText } from '#text'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { showToast } from '@/components/ui/toaster'
import { learnLike, likeOf, setLike, watchLike } from './likes-store'

type Props = {
  track: { id: string; title: string }
  /** Where the page knows it; else the button finds out, together with all others on the screen. */
  isLiked?: boolean
  size?: 'sm' | 'md'
  className?: string
}

/** Keeps a song among the liked ones, and takes it out. Not there for people without an account. */
export function LikeButton({ track, isLiked, size = 'md', className }: Props) {
  const t = useText()
  const liked = useLike(track.id, isLiked)
  if (liked === null) return null
  const toggle = async () => {
    const refusal = await setLike(track.id, !liked)
    if (refusal) showToast(refusal, { kind: 'bad', id: `like-${track.id}` })
  }
  return (
    <IconButton
      label={t('Like {title}', { title: track.title })}
      title={liked ? t('In your liked songs') : t('Add to your liked songs')}
      aria-pressed={liked ?? false}
      size={size}
      disabled={liked === undefined}
      onClick={() => void toggle()}
      className={cn(
        'disabled:opacity-0 aria-pressed:text-accent aria-pressed:[&_svg]:fill-current',
        'transition-[background-color,color,transform] active:scale-[0.92]',
        className,
      )}
    >
      <Heart aria-hidden="true" strokeWidth={1.75} />
    </IconButton>
  )
}

function useLike(trackId: string, isLiked: boolean | undefined) {
  if (isLiked !== undefined && typeof window !== 'undefined') learnLike(trackId, isLiked)
  const watch = useCallback((onChange: () => void) => watchLike(trackId, onChange), [trackId])
  return useSyncExternalStore(
    watch,
    () => likeOf(trackId),
    () => isLiked,
  )
}
