'use client'
import { Pause, Play } from 'lucide-react'
import { useText } from '#text'
import { IconButton } from '@/components/ui/icon-button'
import { usePreviewOf } from './preview-player'

/** Plays the 30 seconds of a song; one preview at a time on a page. */
export function PreviewButton({ url, title, className }: { url: string; title: string; className?: string }) {
  const t = useText()
  const { isPlaying, toggle } = usePreviewOf(url)
  const Icon = isPlaying ? Pause : Play
  return (
    <IconButton
      label={isPlaying ? t('Stop the preview of {title}', { title }) : t('Preview {title}', { title })}
      data-playing={isPlaying || undefined}
      className={className}
      onClick={toggle}
    >
      <Icon aria-hidden="true" strokeWidth={1.75} className="fill-current" />
    </IconButton>
  )
}
