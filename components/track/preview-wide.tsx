'use client'
import { Pause, Play } from 'lucide-react'
import { useText } from '#text'
import { usePreviewOf } from '@/components/home/preview-player'
import { Button } from '@/components/ui/button'

/** The 30 seconds of the song whose page it is. */
export function PreviewWide({ url, title }: { url: string; title: string }) {
  const t = useText()
  const { isPlaying, toggle } = usePreviewOf(url)
  const Icon = isPlaying ? Pause : Play
  return (
    <Button
      size="sm"
      aria-label={isPlaying ? t('Stop the preview of {title}', { title }) : t('Preview {title}', { title })}
      onClick={toggle}
    >
      <Icon aria-hidden="true" strokeWidth={1.75} className="fill-current" />
      {isPlaying ? t('Stop') : t('Preview')}
    </Button>
  )
}
