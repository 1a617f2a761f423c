import { afterAll, expect, test } from 'vitest'
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { preferences } from '@/lib/cache/kinds/preferences'
import { cached } from '@/lib/cache/read'
import { genresHere, newOfChosen } from '@/lib/catalog/chosen'
import { db } from '@/lib/db'
import { updatePreferences } from '@/lib/preferences/mutations'
import { createTrack } from '@/tests/factories/tracks'
import { createUser } from '@/tests/factories/users'
import { granted } from '../support/results'

afterAll(async () => {
  await closeCache()
  await closeBus()
})

test('what somebody chose has a shelf, also when it was typed in another case', async () => {
  const { id: userId } = await createUser()
  const track = await createTrack({ title: 'Third Rail Garden', artist: 'Ferrous' })
  await db().track.update({ where: { id: track.id }, data: { genre: 'Dub Techno' } })
  const other = await createTrack({ artist: 'Marram' })
  const chosen = granted(
    await updatePreferences({
      userId,
      changes: { favoriteArtists: ['FERROUS'], favoriteGenres: ['dub techno', 'Polka'] },
    }),
  )
  expect(chosen).toMatchObject({ favoriteArtists: ['Ferrous'], favoriteGenres: ['Dub Techno', 'Polka'] })
  expect(await genresHere()).toEqual(['Dub Techno'])
  const ids = (await newOfChosen(chosen, 6)).map(({ id }) => id)
  expect(ids).toEqual([track.id])
  expect(ids).not.toContain(other.id)
})

test('preferences are kept, and two tabs that change different ones at once lose none', async () => {
  const { id: userId } = await createUser()
  expect(await cached(preferences, userId)).toMatchObject({ notices: { songs: true, people: true } })
  await Promise.all([
    updatePreferences({ userId, changes: { notices: { songs: false } } }),
    updatePreferences({ userId, changes: { notices: { people: false } } }),
    updatePreferences({ userId, changes: { favoriteArtists: ['Ferrous'] } }),
    updatePreferences({ userId, changes: { favoriteGenres: ['Dub'] } }),
  ])
  expect(await cached(preferences, userId)).toEqual({
    favoriteArtists: ['Ferrous'],
    favoriteGenres: ['Dub'],
    hidesExplicit: false,
    language: null,
    notices: { songs: false, people: false },
  })
})

test('what else is chosen stays when explicit songs are hidden', async () => {
  const { id: userId } = await createUser()
  granted(await updatePreferences({ userId, changes: { notices: { people: false } } }))
  granted(await updatePreferences({ userId, changes: { hidesExplicit: true } }))
  const chosen = granted(await updatePreferences({ userId, changes: { favoriteGenres: ['Ambient'] } }))
  expect(chosen).toMatchObject({ hidesExplicit: true, notices: { people: false, songs: true } })
})
