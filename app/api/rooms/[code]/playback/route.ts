import { parseBody, route } from '@/app/_server/respond'
import { commandPlayback } from '@/lib/playback/mutations'
import { playbackCommand } from '@/lib/playback/schema'
import { takeToken } from '@/lib/rate-limit'
import { ok } from '@/lib/result'
import { memberOf } from '@/lib/rooms/queries'

export const POST = route<{ code: string }>(async ({ request, params, viewer }) => {
  const member = await memberOf(params.code, viewer)
  if (!member.ok) return member
  const command = await parseBody(request, playbackCommand)
  if (!command.ok) return command
  const { roomId, memberId } = member.value
  const allowed = await takeToken('command', memberId)
  if (!allowed.ok) return allowed
  const playback = await commandPlayback({ roomId, memberId, ...command.value })
  return playback.ok ? ok({ playback: playback.value }) : playback
})
