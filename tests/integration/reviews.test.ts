import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { Result } from '@/lib/result'
import { removeMyReview, removeReview, writeReview } from '@/lib/reviews/mutations'
import { trackRatings, trackReviews } from '@/lib/reviews/queries'
import { writeReviewInput } from '@/lib/reviews/schema'
import { rebuildAll } from '@/lib/stats/rebuild-all'
import { differences } from '@/lib/stats/verify'
import { seededRandom } from '@/tests/factories/seeded-random'
import { createTrack } from '@/tests/factories/tracks'
import { createUser } from '@/tests/factories/users'

const people = await Promise.all(Array.from({ length: 20 }, () => createUser()))
const [maya, jonas, ines] = people.map(({ id }) => id) as [string, string, string]

test('a review is written, changed and taken back, and the ratings follow', async () => {
  const { id: trackId } = await createTrack()
  expect(await trackRatings(trackId)).toEqual({ count: 0, average: null, counts: [0, 0, 0, 0, 0] })
  const first = unwrap(await writeReview({ userId: maya, trackId, rating: 4, text: 'Warm.' }))
  expect(first.review).toMatchObject({ rating: 4, text: 'Warm.', isMine: true, editedAt: null })
  await writeReview({ userId: jonas, trackId, rating: 1, text: null })
  const second = unwrap(await writeReview({ userId: maya, trackId, rating: 5, text: 'Warmer.' }))
  expect(second.review).toMatchObject({ id: first.review.id, editedAt: expect.any(String) })
  expect(second.ratings).toEqual({ count: 2, average: 3, counts: [1, 0, 0, 0, 1] })

  const page = unwrap(await trackReviews({ trackId, viewerId: jonas, limit: 10 }))
  expect(page.items.map(({ rating, isMine }) => [rating, isMine])).toEqual([
    [1, true],
    [5, false],
  ])
  expect(page.mine).toMatchObject({ rating: 1 })
  expect(JSON.stringify(page)).not.toContain('@')

  for (let i = 0; i < 2; i++) expect(unwrap(await removeMyReview({ userId: maya, trackId })).ratings.count).toBe(1)
})

test('ratings are whole stars, texts have an end, and blocked or made-up songs take none', async () => {
  for (const rating of [0, 6, 2.5, '3', null])
    expect(writeReviewInput.safeParse({ rating }).success, `${rating}`).toBe(false)
  expect(writeReviewInput.safeParse({ rating: 3, text: 'x'.repeat(2001) }).success).toBe(false)
  expect(writeReviewInput.parse({ rating: 3, text: '   ' })).toEqual({ rating: 3, text: null })
  const text = `Warm\u0000.\r\n\n\n\n\nAnd long.${'\n'.repeat(90)}`
  expect(writeReviewInput.parse({ rating: 3, text })).toEqual({ rating: 3, text: 'Warm.\n\nAnd long.' })
  const { id: trackId } = await createTrack()
  await db().song.updateMany({ where: { trackId }, data: { status: 'blocked' } })
  for (const id of [trackId, '00000000-0000-4000-8000-000000000000'])
    expect(await writeReview({ userId: maya, trackId: id, rating: 3, text: null })).toMatchObject({
      refusal: { code: 'not_found' },
    })
})

test('reviews come page by page, the newest first, each once', async () => {
  const { id: trackId } = await createTrack()
  for (const { id: userId } of people) await writeReview({ userId, trackId, rating: 3, text: null })
  await db()
    .$executeRaw`UPDATE "Review" SET "createdAt" = date_trunc('minute', "createdAt") WHERE "trackId" = ${trackId}::uuid`
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = unwrap(await trackReviews({ trackId, viewerId: null, limit: 3, cursor }))
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(new Set(seen).size).toBe(people.length)
  expect(seen.length).toBe(people.length)
  expect(await trackReviews({ trackId, viewerId: null, limit: 3, cursor: 'made-up' })).toMatchObject({ ok: false })
})

test('moderators take a review down and it is noted; nobody else can', async () => {
  const { id: trackId } = await createTrack({ title: 'Copper Hours' })
  const { review } = unwrap(await writeReview({ userId: jonas, trackId, rating: 2, text: 'Buy my pills' }))
  const refused = await removeReview({ actorId: ines, reviewId: review.id })
  expect(refused).toMatchObject({ refusal: { code: 'forbidden' } })
  await db().user.update({ where: { id: ines }, data: { role: 'moderator' } })
  expect(await removeReview({ actorId: ines, reviewId: review.id })).toMatchObject({ ok: true })
  expect(await removeReview({ actorId: ines, reviewId: review.id })).toMatchObject({ refusal: { code: 'not_found' } })
  expect((await trackRatings(trackId)).count).toBe(0)
  expect(await db().auditEntry.findFirst({ where: { targetId: review.id } })).toMatchObject({
    action: 'review:remove',
    targetName: expect.stringContaining('Copper Hours'),
    details: { text: 'Buy my pills' },
  })
})

test('the ratings are those of the reviews after twenty people at once wrote, changed and left', async () => {
  const tracks = await Promise.all(Array.from({ length: 5 }, () => createTrack()))
  await Promise.all(
    people.map(async ({ id: userId }, person) => {
      const random = seededRandom(person + 1)
      for (let i = 0; i < 15; i++) {
        const trackId = tracks[random.index(tracks.length)]?.id ?? ''
        if (random.chance(0.25)) await removeMyReview({ userId, trackId })
        else unwrap(await writeReview({ userId, trackId, rating: 1 + random.index(5), text: null }))
      }
    }),
  )
  // Two browsers of one person are one review.
  const [track] = tracks
  const both = [1, 5].map((rating) => writeReview({ userId: maya, trackId: track?.id ?? '', rating, text: null }))
  expect(await Promise.all(both)).toMatchObject([{ ok: true }, { ok: true }])
  // Accounts that end take their reviews along, in whatever order.
  await Promise.all(people.slice(10).map(({ id }) => db().user.delete({ where: { id } })))
  expect(await differences()).toEqual([])
})

test('ratings that are wrong are found and restored', async () => {
  const { id: trackId } = await createTrack()
  await writeReview({ userId: maya, trackId, rating: 4, text: null })
  await db().trackRating.update({ where: { trackId }, data: { ones: 7, fours: 0 } })
  expect(await differences()).toMatchObject([
    { table: 'TrackRating', key: trackId, column: 'ones', stored: 7, counted: 0 },
    { table: 'TrackRating', key: trackId, column: 'fours', stored: 0, counted: 1 },
  ])
  await rebuildAll()
  expect(await differences()).toEqual([])
  expect((await trackRatings(trackId)).counts).toEqual([0, 0, 0, 1, 0])
})

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
