import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, removeStream, restoreStream } from '@/lib/queue/mutations'
import { addStreamInput } from '@/lib/queue/schema'
import { updateRoom } from '@/lib/rooms/mutations'
import { type RoomSettings, updateRoomInput } from '@/lib/rooms/schema'
import { createGuest, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import { granted, refusalOf } from '../support/results'

async function roomWith(settings: Partial<RoomSettings>) {
  const { room, host } = await createRoom()
  granted(await updateRoom({ memberId: host.id, changes: { settings } }))
  return { roomId: room.id, host, guest: await createGuest(room.id) }
}

const add = async (memberId: string, durationMs = 180_000) =>
  addStream({ memberId, trackId: (await createTrack({ durationMs })).id })

test('songs waiting per person: adds in parallel cannot pass the limit, and a song that starts makes room', async () => {
  const { roomId, host, guest } = await roomWith({ maxWaiting: 3 })
  const outcomes = (await Promise.all(Array.from({ length: 8 }, () => add(guest.id)))).map(refusalOf)
  expect(outcomes.filter((code) => code === null)).toHaveLength(3)
  expect(outcomes.filter((code) => code === 'too_many_waiting')).toHaveLength(5)
  expect(await db().roomQueue.count({ where: { roomId } })).toBe(3)
  expect(await add(guest.id)).toMatchObject({
    refusal: { message: 'You have 3 songs waiting. One plays first.' },
  })
  expect(refusalOf(await add((await createGuest(roomId)).id))).toBe(null)
  granted(await commandPlayback({ roomId, memberId: host.id, action: 'play' }))
  expect(refusalOf(await add(guest.id))).toBe(null)
  expect(refusalOf(await add(guest.id))).toBe('too_many_waiting')
})

test('what was taken out comes back within the limits only, save by those who go beyond them', async () => {
  const { host, guest } = await roomWith({ maxWaiting: 1 })
  const { streamId } = granted(await add(guest.id))
  const undo = (memberId: string) => restoreStream({ memberId, streamId }).then(refusalOf)
  granted(await removeStream({ memberId: guest.id, streamId }))
  const other = granted(await add(guest.id))
  expect(await undo(guest.id)).toBe('too_many_waiting')
  granted(await removeStream({ memberId: guest.id, streamId: other.streamId }))
  expect(await undo(guest.id)).toBe(null)
  granted(await removeStream({ memberId: host.id, streamId }))
  granted(await add(guest.id))
  expect(await undo(host.id)).toBe(null)
})

test('a length cap keeps out the 15-hour video (dubtrack#26), and says what fits', async () => {
  const { guest } = await roomWith({ maxMinutes: 12 })
  expect(await add(guest.id, 15 * 3_600_000)).toMatchObject({
    refusal: { code: 'too_long', message: 'That is 15:00:00 long. The room takes up to 12 minutes.' },
  })
  expect(refusalOf(await add(guest.id, 12 * 60_000 + 1))).toBe('too_long')
  expect(refusalOf(await add(guest.id, 12 * 60_000))).toBe(null)
})

test('no repeat within the last songs (Festify#277): also not of the one that is on', async () => {
  const { roomId, host, guest } = await roomWith({ noRepeat: 2 })
  const { id: trackId } = await createTrack()
  granted(await addStream({ memberId: guest.id, trackId }))
  granted(await commandPlayback({ roomId, memberId: host.id, action: 'play' }))
  const again = () => addStream({ memberId: guest.id, trackId }).then(refusalOf)
  expect(await again()).toBe('played_lately')
  for (let others = 0; others < 2; others++) {
    granted(await add(guest.id))
    expect(await again()).toBe('played_lately')
    granted(await commandPlayback({ roomId, memberId: host.id, action: 'skip' }))
  }
  expect(await again()).toBe(null)
})

test('no repeat either under an id in capitals', async () => {
  const { roomId, host, guest } = await roomWith({ noRepeat: 1 })
  const { id: trackId } = await createTrack()
  granted(await addStream({ memberId: guest.id, trackId }))
  granted(await commandPlayback({ roomId, memberId: host.id, action: 'play' }))
  for (const input of [{ trackId: trackId.toUpperCase() }, { url: `http://here/track/${trackId.toUpperCase()}` }])
    expect(refusalOf(await addStream({ memberId: guest.id, ...addStreamInput.parse(input) }))).toBe('played_lately')
})

test('limits are for listeners: the host and moderators go beyond them', async () => {
  const { roomId, host } = await roomWith({ maxWaiting: 1, maxMinutes: 1, noRepeat: 5 })
  const moderator = await createGuest(roomId, { role: 'moderator' })
  for (const { id } of [host, moderator, host, moderator]) expect(refusalOf(await add(id, 3_600_000))).toBe(null)
})

test('limits out of their bounds are refused as the settings are', async () => {
  const wrong = [{ maxWaiting: 0 }, { maxMinutes: 1.5 }, { noRepeat: -1 }, { skipPercent: 101 }, { queueMode: 'best' }]
  for (const settings of wrong)
    expect(updateRoomInput.safeParse({ settings }).success, JSON.stringify(settings)).toBe(false)
  expect(updateRoomInput.parse({ settings: { noRepeat: 3 } })).toEqual({ settings: { noRepeat: 3 } })
})
