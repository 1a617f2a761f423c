'use client'
import { useSyncExternalStore } from 'react'

/** Whether the 30 seconds at this address sound, and what starts and stops them; one preview at a time on a page. */
export function usePreviewOf(url: string) {
  const isPlaying = useSyncExternalStore(
    watch,
    () => playing === url,
    () => false,
  )
  return { isPlaying, toggle: () => toggle(url) }
}

let audio: HTMLAudioElement | undefined
let playing: string | null = null
const listeners = new Set<() => void>()

function toggle(url: string) {
  if (playing === url) return stop()
  audio ??= new Audio()
  audio.onended = stop
  // Half a minute of a longer stream ends in a pause; so does a preview that another one follows.
  audio.onpause = () => audio?.paused && stop()
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
