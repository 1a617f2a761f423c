import type { PlayerStatus } from '@/components/player/player-view'
import type { Text } from '@/lib/language/text'

type WhileAway = { status: PlayerStatus; isPlaying: boolean; hasEnded: boolean; hasNext: boolean }

/** What is heard here while the connection is away; null where nothing is. */
export function goingOnText(t: Text, { status, isPlaying, hasEnded, hasNext }: WhileAway): string | null {
  if (!isPlaying || status === 'locked' || status === 'silent') return null
  if (!hasEnded) return t('The song goes on.')
  return hasNext ? t('The next song starts when the connection is back.') : null
}
