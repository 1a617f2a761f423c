import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { db } from '@/lib/db'
import { likeTrack, unlikeTrack } from '@/lib/likes/mutations'
import { likedAmong, likedTracks } from '@/lib/likes/queries'
import { createTrack } from '@/tests/factories/tracks'
import { createUser } from '@/tests/factories/users'
import { granted, refusalOf } from '../support/results'

afterAll(async () => {
  await closeCache()
  await closeBus()
})

const CLIENTS = 20

test('twenty clients that like and unlike one song at once leave one like or none, and pages list each once', async () => {
  const user = await createUser()
  const track = await createTrack()
  const like = { userId: user.id, trackId: track.id }
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, n) =>
      granted<{ isLiked: boolean }>(await (n % 2 ? likeTrack(like) : unlikeTrack(like))),
    ),
  )
  expect(await db().likedTrack.count({ where: like })).toBeLessThanOrEqual(1)
  await Promise.all(Array.from({ length: CLIENTS }, async () => granted(await likeTrack(like))))
  expect(await likedAmong({ userId: user.id, trackIds: [track.id, randomUUID()] })).toEqual([track.id])

  for (let n = 0; n < 4; n++) granted(await likeTrack({ userId: user.id, trackId: (await createTrack()).id }))
  const first = granted(await likedTracks({ userId: user.id, limit: 3 }))
  const rest = granted(await likedTracks({ userId: user.id, limit: 3, cursor: first.nextCursor ?? undefined }))
  expect(new Set([...first.items, ...rest.items].map(({ track }) => track.id)).size).toBe(5)
  expect(rest).toMatchObject({ items: [{}, { track: { id: track.id } }], nextCursor: null })
  expect(refusalOf(await likeTrack({ userId: user.id, trackId: randomUUID() }))).toBe('not_found')
})
