import { useText } from '#text'
import type { TrackSummary } from '@/lib/catalog/track'

/** Its file may not say it: the owner does. */
export function MarkExplicit({ track, onMark }: { track: TrackSummary; onMark: () => void }) {
  const t = useText()
  return (
    <button
      type="button"
      aria-pressed={track.isExplicit}
      aria-label={t('Explicit: {title}', { title: track.title })}
      onClick={onMark}
      className="touch-target link flex-none rounded-xs text-xs aria-pressed:text-accent"
    >
      {track.isExplicit ? t('Not explicit') : t('Explicit?')}
    </button>
  )
}
