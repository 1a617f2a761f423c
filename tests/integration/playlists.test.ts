import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { playlists } from '@/lib/cache/kinds/playlists'
import { cached } from '@/lib/cache/read'
import { db } from '@/lib/db'
import { copyPlaylist } from '@/lib/playlists/copy'
import {
  addTracks,
  createPlaylist,
  deletePlaylist,
  moveEntry,
  removeEntry,
  updatePlaylist,
} from '@/lib/playlists/mutations'
import { playlistEntries, playlistsWith, playlistView } from '@/lib/playlists/queries'
import { entriesInput, type PlaylistEntry } from '@/lib/playlists/schema'
import { userOf } from '@/tests/factories/heard'
import { createTrack } from '@/tests/factories/tracks'
import { createUser } from '@/tests/factories/users'
import { granted, refusalOf } from '../support/results'

afterAll(async () => {
  await closeCache()
  await closeBus()
})

const CLIENTS = 20
const nobody: Viewer = { kind: 'nobody' }

async function playlistOf(songs: number) {
  const user = await createUser()
  const tracks = await Promise.all(Array.from({ length: songs }, (_, n) => createTrack({ title: `Song ${n}` })))
  const trackIds = tracks.map(({ id }) => id)
  const { id: playlistId } = granted(await createPlaylist({ userId: user.id, name: 'Kitchen', trackIds }))
  const entries = async () => granted(await playlistEntries({ playlistId, viewer: userOf(user), limit: 500 })).items
  return { user, mine: { userId: user.id, playlistId }, playlistId, trackIds, entries }
}

const titles = (entries: PlaylistEntry[]) => entries.map(({ track }) => track.title.replace('Song ', '')).join(' ')
const ids = (entries: PlaylistEntry[]) => entries.map(({ entryId }) => entryId)

async function positionsOf(playlistId: string) {
  const rows = await db().playlistTrack.findMany({ where: { playlistId }, select: { position: true } })
  return rows.map(({ position }) => position)
}

test('songs go behind an entry, to the top, or to the end, and a song that is there is passed over', async () => {
  const { mine, trackIds, entries } = await playlistOf(3)
  const [first] = ids(await entries())
  const extra = await createTrack({ title: 'Song x' })
  expect(granted(await addTracks({ ...mine, trackIds: [extra.id, trackIds[0] ?? ''], afterId: first }))).toMatchObject({
    items: [{ track: { title: 'Song x' } }],
    alreadyThere: 1,
  })
  expect(titles(await entries())).toBe('0 x 1 2')
  granted(await addTracks({ ...mine, trackIds: [extra.id], allowTwice: true, afterId: null }))
  granted(await addTracks({ ...mine, trackIds: [extra.id], allowTwice: true, afterId: randomUUID() }))
  expect(titles(await entries())).toBe('x 0 x 1 2 x')
  expect(refusalOf(await addTracks({ ...mine, trackIds: [randomUUID()] }))).toBe('not_found')
})

test('an entry moves behind any other, and an undo puts a removed one back where it was', async () => {
  const { mine, trackIds, entries } = await playlistOf(5)
  const [a = '', b = '', c = '', d = '', e = ''] = ids(await entries())
  granted(await moveEntry({ ...mine, entryId: d, afterId: a }))
  expect(titles(await entries())).toBe('0 3 1 2 4')
  granted(await moveEntry({ ...mine, entryId: a, afterId: e }))
  expect(titles(await entries())).toBe('3 1 2 4 0')
  granted(await moveEntry({ ...mine, entryId: e, afterId: null }))
  expect(titles(await entries())).toBe('4 3 1 2 0')
  granted(await moveEntry({ ...mine, entryId: c, afterId: c }))
  const { afterId } = granted(await removeEntry({ ...mine, entryId: b }))
  expect(afterId).toBe(d)
  expect(titles(await entries())).toBe('4 3 2 0')
  granted(await addTracks({ ...mine, trackIds: [trackIds[1] ?? ''], afterId, allowTwice: true }))
  expect(titles(await entries())).toBe('4 3 1 2 0')
  expect(refusalOf(await moveEntry({ ...mine, entryId: b, afterId: null }))).toBe('not_found')
  expect(refusalOf(await moveEntry({ ...mine, entryId: a, afterId: b }))).toBe('not_found')
})

test('forty moves into one gap still find room', async () => {
  const { mine, playlistId, entries } = await playlistOf(3)
  const [top = ''] = ids(await entries())
  for (let n = 0; n < 40; n++) {
    const last = ids(await entries()).at(-1) ?? ''
    granted(await moveEntry({ ...mine, entryId: last, afterId: top }))
  }
  expect(new Set(await positionsOf(playlistId)).size).toBe(3)
  expect(titles(await entries())).toBe('0 1 2')
})

test('twenty clients that reorder, add and remove at once lose no song and make no equal positions', async () => {
  const { mine, playlistId, entries } = await playlistOf(CLIENTS)
  const before = await entries()
  const extra = await createTrack({ title: 'Song extra' })
  const work = Array.from({ length: CLIENTS }, async (_, client) => {
    for (let round = 0; round < 5; round++) {
      const from = before[(client * 7 + round * 3) % CLIENTS]?.entryId ?? ''
      const to = before[(client * 5 + round * 11 + 1) % CLIENTS]?.entryId ?? null
      granted(await moveEntry({ ...mine, entryId: from, afterId: round === 4 ? null : to }))
    }
    const added = granted(await addTracks({ ...mine, trackIds: [extra.id], allowTwice: true }))
    if (client % 2) granted(await removeEntry({ ...mine, entryId: added.items[0]?.entryId ?? '' }))
  })
  await Promise.all(work)
  const after = await entries()
  expect(after).toHaveLength(CLIENTS + CLIENTS / 2)
  expect(new Set(after.map(({ track }) => track.id))).toEqual(
    new Set([...before.map(({ track }) => track.id), extra.id]),
  )
  const positions = await positionsOf(playlistId)
  expect(new Set(positions).size).toBe(positions.length)
})

test('pages hold every entry once and in order, and the view counts them', async () => {
  const { user, playlistId } = await playlistOf(25)
  const pages: PlaylistEntry[] = []
  let cursor: string | undefined
  do {
    const page = granted(await playlistEntries({ playlistId, viewer: userOf(user), limit: 10, cursor }))
    pages.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(titles(pages)).toBe(Array.from({ length: 25 }, (_, n) => n).join(' '))
  for (const madeUp of ['x', '2147483648']) expect(entriesInput.safeParse({ cursor: madeUp }).success).toBe(false)
  const view = granted(await playlistView({ playlistId, viewer: userOf(user) }))
  expect(view).toMatchObject({ trackCount: 25, durationMs: 25 * 180_000, isMine: true, hasOwnCover: false })
})

test('a page asks the database the same few questions, however many songs it has', async () => {
  const { user, playlistId } = await playlistOf(30)
  const queriesFor = async (limit: number) => {
    const asked = vi.spyOn(pg.Client.prototype, 'query')
    granted(await playlistEntries({ playlistId, viewer: userOf(user), limit }))
    const { length } = asked.mock.calls
    asked.mockRestore()
    return length
  }
  const forTwo = await queriesFor(2)
  expect(forTwo).toBeLessThanOrEqual(6)
  expect(await queriesFor(30)).toBe(forTwo)
})

test('a private playlist is nobody else’s business; a public one is read by all and changed by its owner', async () => {
  const { user, mine, playlistId, entries } = await playlistOf(1)
  const stranger = await createUser()
  const [entryId = ''] = ids(await entries())
  for (const viewer of [nobody, userOf(stranger)]) {
    expect(refusalOf(await playlistView({ playlistId, viewer }))).toBe('not_found')
    expect(refusalOf(await playlistEntries({ playlistId, viewer, limit: 10 }))).toBe('not_found')
  }
  const theirs = { userId: stranger.id, playlistId }
  expect(refusalOf(await removeEntry({ ...theirs, entryId }))).toBe('not_found')
  granted(await updatePlaylist({ ...mine, changes: { isPublic: true, description: 'Loud' } }))
  expect(granted(await playlistView({ playlistId, viewer: nobody }))).toMatchObject({
    ownerName: user.displayName,
    isMine: false,
    description: 'Loud',
  })
  const copy = granted(await copyPlaylist({ viewer: userOf(stranger), userId: stranger.id, playlistId }))
  expect(copy).toMatchObject({ name: 'Kitchen', trackCount: 1, isPublic: false })
  for (const refused of [
    await removeEntry({ ...theirs, entryId }),
    await moveEntry({ ...theirs, entryId, afterId: null }),
    await updatePlaylist({ ...theirs, changes: { name: 'Mine now' } }),
    await deletePlaylist(theirs),
  ])
    expect(refusalOf(refused)).toBe('forbidden')
  granted(await deletePlaylist(mine))
  expect(await db().playlistTrack.count({ where: { playlistId } })).toBe(0)
})

test('the kept list of playlists follows every change', async () => {
  const { user, mine, trackIds } = await playlistOf(1)
  const names = async () => (await cached(playlists, user.id)).map(({ name, trackCount }) => `${name} ${trackCount}`)
  expect(await names()).toEqual(['Kitchen 1'])
  granted(await updatePlaylist({ ...mine, changes: { name: 'Attic' } }))
  granted(await addTracks({ ...mine, trackIds, allowTwice: true }))
  expect(await names()).toEqual(['Attic 2'])
  expect(await playlistsWith({ userId: user.id, trackId: trackIds[0] ?? '' })).toEqual([mine.playlistId])
  granted(await deletePlaylist(mine))
  expect(await names()).toEqual([])
})
