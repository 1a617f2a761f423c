import type { TrackSummary } from '@/lib/catalog/track'

/** One preview at a time. `onChange` hears of which song it is, and of null when none sounds any more. */
export function createPreview(onChange: (track: TrackSummary | null) => void) {
  let now: { track: TrackSummary; sound: HTMLAudioElement } | null = null
  const stop = () => {
    if (!now) return
    now.sound.pause()
    now = null
    onChange(null)
  }
  const start = (track: TrackSummary, url: string) => {
    now?.sound.pause()
    const sound = new Audio(url)
    // What is late from an earlier preview (an error, an interrupted start) ends no later one.
    const over = () => now?.sound === sound && stop()
    sound.onended = over
    // Half a minute of a longer stream ends in a pause.
    sound.onpause = over
    sound.onerror = over
    now = { track, sound }
    onChange(track)
    sound.play().catch(over)
  }
  const toggle = (track: TrackSummary) => {
    if (now?.track.id === track.id || !track.audio) stop()
    else start(track, track.audio.preview)
  }
  return { toggle, stop }
}
