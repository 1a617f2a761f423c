import { afterAll, expect, test } from 'vitest'
import { markExplicit } from '@/lib/admin/explicit'
import { listAudit, listSongs } from '@/lib/admin/queries'
import type { Viewer } from '@/lib/auth/viewer'
import { closeCache } from '@/lib/cache/close'
import { search } from '@/lib/cache/kinds/search'
import { cached } from '@/lib/cache/read'
import { newTracks } from '@/lib/catalog/queries'
import { recommendationsFor } from '@/lib/catalog/recommendations'
import { db } from '@/lib/db'
import { readTags } from '@/lib/media/tags'
import { updatePreferences } from '@/lib/preferences/mutations'
import { suitedPage, suitsOf } from '@/lib/preferences/suited'
import { addStream } from '@/lib/queue/mutations'
import { upNext } from '@/lib/queue/queries'
import { guestOf, userOf } from '@/tests/factories/heard'
import { createRoom } from '@/tests/factories/rooms'
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
