import { parseBody, route } from '@/app/_server/respond'
import { commandPlayback } from '@/lib/playback/mutations'
import { playbackCommand } from '@/lib/playback/schema'
import { takeToken } from '@/lib/rate-limit'
import { ok } from '@/lib/result'
import { placeOf } from '../../by-code'

export const POST = route<{ code: string }>(async (call) => {
  const place = await placeOf(call)
  if (!place.ok) return place
  const command = await parseBody(call.request, playbackCommand)
  if (!command.ok) return command
  const { roomId, memberId } = place.value
  const allowed = await takeToken('command', memberId)
  if (!allowed.ok) return allowed
  const playback = await commandPlayback({ roomId, memberId, ...command.value })
  return playback.ok ? ok({ playback: playback.value }) : playback
})
