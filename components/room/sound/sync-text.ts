import type { PlayerStatus, PlayerView } from '@/components/player/player-view'

type SyncLook = { word: string; pulse: 'still' | 'beat' | 'wait' | 'off'; colour: string }

/** Five words for how the sound stands, never a spinner. */
export const SYNC_LOOKS: Record<PlayerStatus, SyncLook> = {
  locked: { word: 'Silent', pulse: 'still', colour: 'text-text-3' },
  loading: { word: 'Getting in step', pulse: 'wait', colour: 'text-text-2' },
  'in-step': { word: 'In step', pulse: 'beat', colour: 'text-accent' },
  'catching-up': { word: 'Catching up', pulse: 'off', colour: 'text-warning' },
  alone: { word: 'Playing alone', pulse: 'off', colour: 'text-text-3' },
  silent: { word: 'Silent', pulse: 'still', colour: 'text-text-3' },
}

/** "1.2 ms": one decimal while that means anything. */
export function msText(ms: number | null): string | null {
  if (ms === null) return null
  const size = Math.abs(ms)
  return size < 10 ? `${size.toFixed(1)} ms` : `${Math.round(size)} ms`
}

/** One sentence about it, for the sync card. */
export function syncSentence({ status, rate, loadProgress }: PlayerView): string {
  switch (status) {
    case 'locked':
      return 'This device is silent: it needs one tap before it plays'
    case 'loading':
      return loadProgress === null
        ? 'Measuring the clock, about a second'
        : `Fetching the song, ${Math.round(loadProgress * 100)} %`
    case 'in-step':
      return 'You hear what the room hears'
    case 'catching-up':
      return rate === 1
        ? 'Off by more than it should be. It is being put right'
        : `Playing ${(Math.abs(rate - 1) * 100).toFixed(1)} % ${rate > 1 ? 'faster' : 'slower'}, you will not hear it`
    case 'alone':
      return 'No connection. The song goes on, we rejoin by ourselves'
    case 'silent':
      return 'This song can’t play in your browser. You hear the next one'
  }
}
