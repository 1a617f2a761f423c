'use client'
import { Pause, Play } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { IconButton } from '@/components/ui/icon-button'

/** Plays the 30 seconds of a song; one preview at a time on a page. */
export function PreviewButton({ url, title, className }: { url: string; title: string; className?: string }) {
  const isPlaying = useSyncExternalStore(
    watch,
    () => playing === url,
    () => false,
  )
  const Icon = isPlaying ? Pause : Play
  return (
    <IconButton
      label={isPlaying ? `Stop the preview of ${title}` : `Preview ${title}`}
      className={className}
      onClick={() => toggle(url)}
    >
      <Icon aria-hidden="true" strokeWidth={1.75} className="fill-current" />
    </IconButton>
  )
}

let audio: HTMLAudioElement | undefined
let playing: string | null = null
const listeners = new Set<() => void>()

function toggle(url: string) {
  if (playing === url) return stop()
  audio ??= new Audio()
  audio.onended = stop
  audio.onerror = stop
  audio.src = url
  setPlaying(url)
  audio.play().catch(stop)
}

function stop() {
  audio?.pause()
  setPlaying(null)
}

function setPlaying(url: string | null) {
  playing = url
  for (const listener of listeners) listener()
}

function watch(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    // The page with the last button has gone, and its sound goes with it.
    if (listeners.size === 0) stop()
  }
}
