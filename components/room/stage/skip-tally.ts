import { votesAfter } from '@/components/room/apply-event'
import type { RoomEvent } from '@/lib/events'
import type { Text } from '@/lib/language/text'
import { skipsNeeded } from '@/lib/playback/skip-rule'
import type { RoomSnapshot } from '@/lib/rooms/schema'

/** How the vote to skip what is on stands, as the server counts it; null where the room has no such vote. */
export function skipTally({ room, skipVotes, members, listening, silent, me }: RoomSnapshot) {
  const { skipPercent } = room.settings
  if (!skipPercent) return null
  const connected = new Set([...listening, ...silent, me.memberId])
  const here = members.filter(({ memberId, isScreen }) => !isScreen && connected.has(memberId))
  const votes = here.filter(({ memberId }) => skipVotes.includes(memberId)).length
  return { votes, needed: skipsNeeded(here.length, skipPercent), isMine: skipVotes.includes(me.memberId) }
}

/** That one more of the others wants to skip, as a line for a toast. */
export function skipNotice(t: Text, event: RoomEvent, room: RoomSnapshot): string | null {
  if (event.type !== 'skip:voted' || !event.isWanted || event.memberId === room.me.memberId) return null
  const tally = skipTally({ ...room, skipVotes: votesAfter(room, event) })
  if (!tally || tally.votes === 0) return null
  const { votes, needed } = tally
  return t('{votes} of {needed} want to skip. {more} more and it goes', { votes, needed, more: needed - votes })
}
