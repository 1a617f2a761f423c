import type { PlayerStatus, PlayerView } from '@/components/player/player-view'
import type { Text } from '@/lib/language/text'
import { msg } from '@/lib/language/text'

type SyncLook = { word: string; pulse: 'still' | 'beat' | 'wait' | 'off'; colour: string }

/** Five words for how the sound stands, never a spinner. */
export const SYNC_LOOKS: Record<PlayerStatus, SyncLook> = {
  locked: { word: msg('Silent'), pulse: 'still', colour: 'text-text-3' },
  loading: { word: msg('Getting in step'), pulse: 'wait', colour: 'text-text-2' },
  'in-step': { word: msg('In step'), pulse: 'beat', colour: 'text-accent' },
  'catching-up': { word: msg('Catching up'), pulse: 'off', colour: 'text-warning' },
  alone: { word: msg('Playing alone'), pulse: 'off', colour: 'text-text-3' },
  silent: { word: msg('Silent'), pulse: 'still', colour: 'text-text-3' },
}

/** "1.2 ms": one decimal while that means anything. */
export function msText(t: Text, ms: number | null): string | null {
  if (ms === null) return null
  const size = Math.abs(ms)
  return size < 10 ? `${t.number(size, 1)} ms` : `${Math.round(size)} ms`
}

/** One sentence about it, for the sync card. */
export function syncSentence(t: Text, { status, syncMs, rate, loadProgress }: PlayerView): string {
  switch (status) {
    case 'locked':
      return t('This device is silent: it needs one tap before it plays')
    case 'loading':
      return loadProgress === null
        ? t('Measuring the clock, about a second')
        : t('Fetching the song, {percent} %', { percent: Math.round(loadProgress * 100) })
    case 'in-step':
      return t('You hear what the room hears')
    case 'catching-up':
      return rate === 1
        ? t('Off by more than it should be. It is being put right')
        : t('Playing {percent} % {way, select, faster {faster} other {slower}}, you will not hear it', {
            percent: t.number(Math.abs(rate - 1) * 100, 1),
            way: rate > 1 ? 'faster' : 'slower',
          })
    case 'alone':
      return syncMs === null
        ? t('No connection. We rejoin by ourselves')
        : t('No connection. The song goes on, we rejoin by ourselves')
    case 'silent':
      return t('This song can’t play in your browser. You hear the next one')
  }
}
