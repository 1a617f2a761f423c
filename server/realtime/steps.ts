import { publish } from '@/lib/bus'
import { LATE_MS, type Steps, stepReport } from '@/lib/playback/step'
import { ok, refuse } from '@/lib/result'
import type { Listeners } from './listeners'
import { message } from './messages'

/** What comes in the meantime goes out as one message. */
const GATHER_MS = 1_000
/** In a crowd only those who are out of step are told of: all of it would be more than all the rest. */
const CROWD = 100

/** `sync:report {syncMs}`: how far this browser's sound is off. The people of the room see it, nobody keeps it. */
export function stepMessage(listeners: Pick<Listeners, 'socketsIn'>) {
  const gathering = new Map<string, Steps>()
  const tell = (roomId: string) => {
    const steps = gathering.get(roomId)
    gathering.delete(roomId)
    if (steps) void publish({ roomId, steps })
  }
  return message(stepReport, ({ socket, message: { syncMs } }) => {
    const { place } = socket.data
    if (!place) return refuse('not_member', 'Join a room first.')
    const { roomId, memberId } = place
    const isNews = syncMs === null || Math.abs(syncMs) > LATE_MS || listeners.socketsIn(roomId).length <= CROWD
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
