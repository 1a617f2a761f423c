import { addStream } from '@/lib/queue/mutations'
import { granted } from '@/tests/support/results'
import { createRoom } from './rooms'
import { createTrack } from './tracks'

/** A room in which its host's song waits. */
export async function createRoomWithSong() {
  const { room, host } = await createRoom()
  const { id: trackId } = await createTrack()
  const { streamId } = granted(await addStream({ memberId: host.id, trackId }))
  return { roomId: room.id, host, streamId, trackId }
}
