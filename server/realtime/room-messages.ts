import { z } from 'zod'
import { publish } from '@/lib/bus'
import { commandPlayback } from '@/lib/playback/mutations'
import { playbackCommand } from '@/lib/playback/schema'
import { takeToken } from '@/lib/rate-limit'
import { ok, refuse } from '@/lib/result'
import { reactionKind } from '@/lib/rooms/reactions'
import { leadFor } from './lead'
import type { Listeners } from './listeners'
import { message } from './messages'

const NOWHERE = refuse('not_member', 'Join a room first.')

/** `playback:command {action, positionMs?}` → `{playback}`. */
export const playbackMessage = (listeners: Listeners) =>
  message(playbackCommand, async ({ socket, message: command }) => {
    const { place } = socket.data
    if (!place) return NOWHERE
    const allowed = await takeToken('command', place.memberId)
    if (!allowed.ok) return allowed
    const leadMs = leadFor(listeners.socketsIn(place.roomId))
    const playback = await commandPlayback({ ...place, leadMs, ...command })
    return playback.ok ? ok({ playback: playback.value }) : playback
  })

/** `reaction:send {kind}`: everybody in the room sees it, nobody keeps it. */
export const reactionMessage = () =>
  message(z.object({ kind: reactionKind }), async ({ socket, message: { kind } }) => {
    const { place } = socket.data
    if (!place) return NOWHERE
    const allowed = await takeToken('reaction', place.memberId)
    if (!allowed.ok) return allowed
    await publish({ roomId: place.roomId, reaction: { memberId: place.memberId, kind } })
    return ok({})
  })
