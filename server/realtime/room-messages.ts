import { z } from 'zod'
import { publish } from '@/lib/bus'
import { sendMessage } from '@/lib/chat/mutations'
import { chatInput } from '@/lib/chat/schema'
import { commandPlayback } from '@/lib/playback/mutations'
import { playbackCommand, skipVoteMessageInput } from '@/lib/playback/schema'
import { voteToSkip } from '@/lib/playback/skip-votes'
import { takeToken } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { reactionKind } from '@/lib/rooms/reactions'
import { leadFor } from './lead'
import { message } from './messages'
import type { RoomParts } from './room-parts'
import { isStillSignedIn, SESSION_ENDED } from './sign-outs'
import type { Place, RealtimeSocket } from './socket'

/** `playback:command {action, positionMs?}` → `{playback}`. */
export const playbackMessage = ({ listeners, timers }: Pick<RoomParts, 'listeners' | 'timers'>) =>
  message(playbackCommand, async ({ socket, message: command, receivedAt }) => {
    const place = await actingAs(socket, 'command')
    if (!place.ok) return place
    const { roomId, memberId } = place.value
    const leadMs = leadFor(listeners.socketsIn(roomId), receivedAt)
    const standing = timers.standing(roomId)
    const known = standing && { ...standing, now: Math.floor(receivedAt) }
    const playback = await commandPlayback({ roomId, memberId, leadMs, known, ...command })
    return playback.ok ? ok({ playback: playback.value }) : playback
  })

/** `skip:vote {queueId?, isWanted?}` → `{votes, needed, isSkipped, version}`: counted among those who are connected. */
export const skipVoteMessage = ({ listeners, attendances }: Pick<RoomParts, 'listeners' | 'attendances'>) =>
  message(skipVoteMessageInput, async ({ socket, message: vote, receivedAt }) => {
    const place = await actingAs(socket, 'vote')
    if (!place.ok) return place
    const { roomId, memberId } = place.value
    const leadMs = leadFor(listeners.socketsIn(roomId), receivedAt)
    return voteToSkip({ memberId, leadMs, here: attendances.here(roomId), ...vote })
  })

/** `reaction:send {kind}`: everybody in the room sees it, nobody keeps it. */
export const reactionMessage = () =>
  message(z.object({ kind: reactionKind }), async ({ socket, message: { kind }, receivedAt }) => {
    const place = await actingAs(socket, 'reaction')
    if (!place.ok) return place
    const { roomId, memberId } = place.value
    await publish({ roomId, reaction: { memberId, kind, at: receivedAt } })
    return ok({})
  })

/** `chat:send {text, messageId?}` → `{message}`, once it is kept. */
export const chatMessage = () =>
  message(chatInput, async ({ socket, message: input }) => {
    const place = await actingAs(socket, 'chat')
    if (!place.ok) return place
    const sent = await sendMessage({ memberId: place.value.memberId, ...input })
    return sent.ok ? ok({ message: sent.value }) : sent
  })

/** Refuses `not_member`, `session_ended`, `rate_limited`. */
async function actingAs(
  socket: RealtimeSocket,
  limit: 'command' | 'vote' | 'reaction' | 'chat',
): Promise<Result<Place>> {
  const { place } = socket.data
  if (!place) return refuse('not_member', 'Join a room first.')
  if (!(await isStillSignedIn(socket))) return SESSION_ENDED
  const allowed = await takeToken(limit, place.memberId)
  return allowed.ok ? ok(place) : allowed
}
