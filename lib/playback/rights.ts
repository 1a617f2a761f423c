import type { Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { whyNotThere } from '@/lib/rooms/place'
import { can, rolesThat } from '@/lib/rooms/rules'
import type { PlaybackCommand } from './schema'

const DOINGS: Record<PlaybackCommand['action'], string> = {
  play: 'start the music',
  pause: 'pause',
  seek: 'move the song',
  skip: 'skip',
}

const MOST_NAMES = 3

type Wanted = { roomId: string; isClosed: boolean; memberId: string; action: PlaybackCommand['action'] }

/** Refuses `room_closed`, `not_member`, `banned`, and `forbidden` with the names of those who can. */
export async function mayCommand(tx: Tx, { roomId, isClosed, memberId, action }: Wanted): Promise<Result<void>> {
  const member = await tx.roomMember.findFirst({
    where: { id: memberId, roomId },
    select: { role: true, leftAt: true, bannedAt: true },
  })
  const refusal = whyNotThere({ isClosed, isBanned: !!member?.bannedAt, hasLeft: !member || !!member.leftAt })
  if (refusal) return refusal
  if (member && can(member.role, 'playback:command')) return ok(undefined)
  return refuse('forbidden', `Only ${await namesOfCommanders(tx, roomId)} can ${DOINGS[action]} here.`)
}

async function namesOfCommanders(tx: Tx, roomId: string): Promise<string> {
  const commanders = await tx.roomMember.findMany({
    where: { roomId, role: { in: rolesThat('playback:command') }, leftAt: null, bannedAt: null },
    orderBy: [{ role: 'asc' }, { joinedAt: 'asc' }],
    select: { displayName: true },
  })
  return inWords(commanders.map(({ displayName }) => displayName))
}

/** "Maya", "Maya and Jonas", "Maya, Jonas and 3 others". */
function inWords(names: string[]): string {
  if (names.length === 0) return 'the host'
  const shown = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES - 1) : names
  const rest = names.length - shown.length
  const parts = rest > 0 ? [...shown, `${rest} others`] : shown
  const last = parts.at(-1) ?? ''
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
