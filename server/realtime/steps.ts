import { publish } from '@/lib/bus'
import { LATE_MS, type Steps, stepReport } from '@/lib/playback/step'
import { ok, refuse } from '@/lib/result'
import { chunks, isCrowd } from './crowd'
import type { Listeners } from './listeners'
import { message } from './messages'

/** What comes in the meantime goes out as one message. */
const GATHER_MS = 1_000

/** `sync:report {syncMs}`: how far this browser's sound is off. The people of the room see it, nobody keeps it. */
export function stepMessage(listeners: Pick<Listeners, 'socketsIn'>) {
  const gathering = new Map<string, Steps>()
  const tell = (roomId: string) => {
    const steps = gathering.get(roomId)
    gathering.delete(roomId)
    if (!steps) return
    for (const memberIds of chunks(Object.keys(steps)))
      void publish({
        roomId,
        steps: Object.fromEntries(memberIds.map((memberId) => [memberId, steps[memberId] ?? null])),
      })
  }
  return message(stepReport, ({ socket, message: { syncMs } }) => {
    const { place } = socket.data
    if (!place) return refuse('not_member', 'Join a room first.')
    const { roomId, memberId } = place
    const isLate = Math.abs(syncMs ?? 0) > LATE_MS
    // In a crowd only those who are out of step are told of, or were: all of it would be more than all the rest.
    const isNews = isLate || socket.data.isToldLate || !isCrowd(listeners.socketsIn(roomId).length)
    socket.data.isToldLate = isLate
    if (!isNews) return ok({})
    const steps = gathering.get(roomId)
    if (steps) steps[memberId] = syncMs
    else {
      gathering.set(roomId, { [memberId]: syncMs })
      setTimeout(() => tell(roomId), GATHER_MS).unref()
    }
    return ok({})
  })
}
