import { afterAll, expect, test } from 'vitest'
import { markExplicit } from '@/lib/admin/explicit'
import { listAudit, listSongs } from '@/lib/admin/queries'
import type { Viewer } from '@/lib/auth/viewer'
import { closeCache } from '@/lib/cache/close'
import { search } from '@/lib/cache/kinds/search'
import { song } from '@/lib/cache/kinds/song'
import { cached } from '@/lib/cache/read'
import { newTracks } from '@/lib/catalog/queries'
import { recommendationsFor } from '@/lib/catalog/recommendations'
import { db } from '@/lib/db'
import { markOwnExplicit } from '@/lib/media/explicit'
import { readTags } from '@/lib/media/tags'
import { commandPlayback } from '@/lib/playback/mutations'
import { updatePreferences } from '@/lib/preferences/mutations'
import { suitedPage, suitsOf } from '@/lib/preferences/suited'
import { addStreams } from '@/lib/queue/add-many'
import { comeback } from '@/lib/queue/comeback'
import { addStream, upvoteStream } from '@/lib/queue/mutations'
import { upNext } from '@/lib/queue/queries'
import { updateRoom } from '@/lib/rooms/mutations'
import type { RoomSettings } from '@/lib/rooms/schema'
import { guestOf, userOf } from '@/tests/factories/heard'
import { createGuest, createRoom } from '@/tests/factories/rooms'
import { ffmpeg, scratchFile } from '@/tests/factories/sounds'
import { createTrack } from '@/tests/factories/tracks'
import { createUser } from '@/tests/factories/users'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

delete process.env.REDIS_URL
afterAll(() => closeCache())

test('a file says whether its words are explicit, in the way of its format', async () => {
  const says = async (extension: string, advisory: string | null) => {
    const file = scratchFile(extension)
    const tag = advisory === null ? [] : ['-metadata', `ITUNESADVISORY=${advisory}`]
    ffmpeg(['-f', 'lavfi', '-i', 'sine=f=440', '-t', '1', ...tag, file])
    return (await readTags(file, 'song')).isExplicit
  }
  for (const extension of ['mp3', 'flac']) {
    expect(await says(extension, '1')).toBe(true)
    expect(await says(extension, '2')).toBe(false)
    expect(await says(extension, null)).toBe(false)
  }
})

test('a moderator marks a song, lists and rooms show it, and who hides such songs does not find it', async () => {
  const [moderator, user, other] = [await createUser({ role: 'moderator' }), await createUser(), await createUser()]
  const [track, plain] = [await createTrack({ title: 'Loud Words' }), await createTrack({ title: 'Loud Silence' })]
  const { room, host } = await createRoom()
  granted(await addStream({ memberId: host.id, trackId: track.id }))
  const { id: songId } = await db().song.findUniqueOrThrow({ where: { trackId: track.id } })
  const found = async (viewer: Viewer) =>
    granted(await suitedPage(viewer, (cursor) => cached(search, { q: 'loud', limit: 5, cursor }))).items.map(
      ({ id }) => id,
    )
  const mark = (isExplicit: boolean, actorId = moderator.id) => markExplicit({ actorId, songId, isExplicit })
  granted(await updatePreferences({ userId: user.id, changes: { hidesExplicit: true } }))
  expect(await found(userOf(user))).toHaveLength(2)

  expect(refusalOf(await mark(true, user.id))).toBe('forbidden')
  granted(await mark(true))
  granted(await mark(true))
  expect(await found(userOf(user))).toEqual([plain.id])
  expect(await found(userOf(other))).toHaveLength(2)
  expect(await found(guestOf({ personId: other.id }))).toHaveLength(2)
  const suits = await suitsOf(userOf(user))
  const shown = granted(await newTracks({ sort: 'new', limit: 10 })).items.filter(suits)
  expect(shown.map(({ id }) => id)).not.toContain(track.id)
  const alike = await recommendationsFor({ trackId: plain.id, limit: 5 })
  expect(alike.find(({ id }) => id === track.id)?.isExplicit).toBe(true)
  // A page of nothing but such songs is passed over: the list has not ended there.
  const single = await suitedPage(userOf(user), (cursor) => cached(search, { q: 'loud', limit: 1, cursor }))
  expect(granted(single).items.map(({ id }) => id)).toEqual([plain.id])
  // In a room everybody hears what it plays, and sees what that is.
  const [waiting] = await upNext({ roomId: room.id, memberId: host.id })
  expect(waiting?.track.isExplicit).toBe(true)
  await expect.poll(() => eventsOf(room.id).map(({ type }) => type)).toContain('room:outdated')
  expect((await listSongs({ q: 'loud words' })).items).toMatchObject([{ songId, isExplicit: true }])

  granted(await mark(false))
  expect(await found(userOf(user))).toHaveLength(2)
  const { items } = await listAudit({ q: 'loud words' })
  expect(items.map(({ action }) => action)).toEqual(['song:not-explicit', 'song:explicit'])
})

test('who uploaded a song says whether its words are explicit, until a moderator has', async () => {
  const [owner, other, moderator] = [await createUser(), await createUser(), await createUser({ role: 'moderator' })]
  const { id: trackId } = await createTrack()
  const { id: songId } = await db().song.findUniqueOrThrow({ where: { trackId } })
  const upload = { userId: owner.id, songId, fileName: 'a.mp3', originalSize: 1n, status: 'done' as const }
  const { id: uploadId } = await db().upload.create({ data: upload })
  const mark = (isExplicit: boolean, userId = owner.id) => markOwnExplicit({ userId, uploadId, isExplicit })
  const shown = async () => granted(await cached(song, trackId)).isExplicit
  const { room, host } = await createRoom()
  granted(await addStream({ memberId: host.id, trackId }))
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
  const askings = () => eventsOf(room.id).filter(({ type }) => type === 'room:outdated').length
  expect(await shown()).toBe(false)
  granted(await mark(true))
  granted(await mark(true))
  expect(await shown()).toBe(true)
  // Where it is on people see it, and ask for it once.
  await expect.poll(askings).toBe(1)
  expect(refusalOf(await mark(false, other.id))).toBe('not_found')
  granted(await mark(false))
  expect(await shown()).toBe(false)
  granted(await markExplicit({ actorId: moderator.id, songId, isExplicit: true }))
  expect(refusalOf(await mark(false))).toBe('forbidden')
  expect(await shown()).toBe(true)
})

test('a room without explicit songs takes none from anybody, passes over those of a list, and lets none come back', async () => {
  const { room, host } = await createRoom()
  const guest = await createGuest(room.id)
  const [loud, plain] = [await createTrack({ title: 'Loud' }), await createTrack({ title: 'Plain' })]
  await db().song.update({ where: { trackId: loud.id }, data: { metadata: { isExplicit: true } } })
  const playThrough = async (trackId: string) => {
    granted(await addStream({ memberId: host.id, trackId }))
    granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
    granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'skip' }))
  }
  await playThrough(plain.id)
  await playThrough(loud.id)
  const comesBack = async () => {
    const next = await comeback(db(), room.id)
    return next && (await db().roomQueue.findUniqueOrThrow({ where: { id: next.id } })).streamId
  }
  const streamOf = async (trackId: string) =>
    (await db().stream.findFirstOrThrow({ where: { roomId: room.id, trackId } })).id
  const set = (settings: Partial<RoomSettings>) => updateRoom({ memberId: host.id, changes: { settings } })
  granted(await upvoteAgain(loud.id))
  granted(await set({ whenEmpty: 'trending' }))
  expect(await comesBack()).toBe(await streamOf(loud.id))

  granted(await set({ allowsExplicit: false }))
  expect(await comesBack()).toBe(await streamOf(plain.id))
  for (const { id: memberId } of [guest, host])
    expect(refusalOf(await addStream({ memberId, trackId: loud.id }))).toBe('explicit_song')
  expect(granted(await addStreams({ memberId: guest.id, trackIds: [loud.id, plain.id] }))).toMatchObject({
    added: 1,
    passedOver: 1,
  })

  /** A like, so that it is the hottest. */
  async function upvoteAgain(trackId: string) {
    const added = granted(await addStream({ memberId: host.id, trackId }))
    const voted = await upvoteStream({ memberId: guest.id, streamId: added.streamId })
    granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
    granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'skip' }))
    return voted
  }
})
