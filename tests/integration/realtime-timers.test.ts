import { afterEach, expect, test } from 'vitest'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream } from '@/lib/queue/mutations'
import { Timers } from '@/server/realtime/timers'
import { createRoom } from '@/tests/factories/rooms'
import { createTrack } from '@/tests/factories/tracks'
import { granted } from '@/tests/support/results'

const timers = new Timers(Date.now)
afterEach(() => timers.stop())

test('a seek in a song that this process has not heard of has its length read', async () => {
  const { room, host } = await createRoom()
  const { id: trackId } = await createTrack({ durationMs: 60_000 })
  granted(await addStream({ memberId: host.id, trackId }))
  const member = { roomId: room.id, memberId: host.id }
  granted(await commandPlayback({ ...member, action: 'play' }))
  const playback = granted(await commandPlayback({ ...member, action: 'seek', positionMs: 20_000 }))
  timers.follow(room.id, { playback })
  await expect.poll(() => timers.standing(room.id)).toMatchObject({ positionMs: 20_000, durationMs: 60_000 })

  const later = { ...playback, version: playback.version + 1, positionMs: 30_000 }
  timers.follow(room.id, { playback: later })
  expect(timers.standing(room.id)).toMatchObject({ positionMs: 30_000, durationMs: 60_000 })
})
