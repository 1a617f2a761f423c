import { afterAll, expect, test } from 'vitest'
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { db } from '@/lib/db'
import { createPlaylist } from '@/lib/playlists/mutations'
import { playPlaylist } from '@/lib/playlists/play'
import { updateRoom } from '@/lib/rooms/mutations'
import { differences } from '@/lib/stats/verify'
import { createMember, createRoom } from '@/tests/factories/rooms'
import { createTrack } from '@/tests/factories/tracks'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

afterAll(async () => {
  await closeCache()
  await closeBus()
})

async function roomWithPlaylist(songs: number) {
  const { room, host, user } = await createRoom()
  const tracks = await Promise.all(Array.from({ length: songs }, (_, n) => createTrack({ title: `Song ${n}` })))
  const trackIds = tracks.map(({ id }) => id)
  const { id: playlistId } = granted(await createPlaylist({ userId: user.id, name: 'Kitchen', trackIds }))
  const viewer = { kind: 'user', userId: user.id, username: '', displayName: '', role: 'user' } as const
  const queued = async () => {
    const rows = await db().roomQueue.findMany({
      where: { roomId: room.id },
      orderBy: { order: 'asc' },
      select: { stream: { select: { trackId: true } } },
    })
    return rows.map(({ stream }) => stream.trackId)
  }
  return { room, host, viewer, trackIds, playlistId, queued }
}

test('a playlist comes into a room in order, what waits already once, and every number moves with it', async () => {
  const { room, host, viewer, trackIds, playlistId, queued } = await roomWithPlaylist(25)
  const play = { memberId: host.id, viewer, playlistId, isShuffled: false }
  expect(granted(await playPlaylist(play))).toEqual({ added: 25, passedOver: 0, stoppedBy: null })
  expect(await queued()).toEqual(trackIds)
  await expect.poll(() => eventsOf(room.id).map(({ type }) => type)).toEqual(Array(3).fill('room:outdated'))
  expect(granted(await playPlaylist(play))).toMatchObject({ added: 0, passedOver: 25 })
  expect(await differences()).toEqual([])
})

test('two people who play one playlist at once put each song into the room once', async () => {
  const { room, host, viewer, trackIds, playlistId, queued } = await roomWithPlaylist(15)
  await db().playlist.update({ where: { id: playlistId }, data: { isPublic: true } })
  const guest = await createMember(room.id)
  const both = [host, guest].map(({ id }) => playPlaylist({ memberId: id, viewer, playlistId, isShuffled: true }))
  const added = (await Promise.all(both)).map((result) => granted(result).added)
  expect(added.reduce((sum, count) => sum + count, 0)).toBe(15)
  expect((await queued()).toSorted()).toEqual(trackIds.toSorted())
  expect(await differences()).toEqual([])
})

test('a listener’s share of the queue ends it, with the reason', async () => {
  const { room, host, playlistId, queued } = await roomWithPlaylist(12)
  granted(await updateRoom({ memberId: host.id, changes: { settings: { maxWaiting: 3 } } }))
  await db().playlist.update({ where: { id: playlistId }, data: { isPublic: true } })
  const listener = await createMember(room.id)
  const play = { memberId: listener.id, viewer: { kind: 'nobody' }, playlistId, isShuffled: false } as const
  expect(granted(await playPlaylist(play))).toEqual({
    added: 3,
    passedOver: 0,
    stoppedBy: 'You have 3 songs waiting. One plays first.',
  })
  expect(await queued()).toHaveLength(3)
  await db().playlist.update({ where: { id: playlistId }, data: { isPublic: false } })
  expect(refusalOf(await playPlaylist(play))).toBe('not_found')
})
