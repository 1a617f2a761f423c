import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { removeUpvote, upvoteStream } from '@/lib/queue/mutations'
import type { Result } from '@/lib/result'
import { forgetOldReceipts } from '@/lib/stats/clean-up'
import { listenerEventsInput } from '@/lib/stats/events-schema'
import { mostPlayed } from '@/lib/stats/leaderboard'
import { roomTrending } from '@/lib/stats/queries'
import { rebuildAll } from '@/lib/stats/rebuild-all'
import { recordEvents } from '@/lib/stats/record-events'
import { differences } from '@/lib/stats/verify'
import { createPlayingRoom, eventOf, guestOf, letPlay, userOf } from '../factories/heard'
import { createGuest } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import '../support/bus-events'
import { granted } from '../support/results'

const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
const today = () => new Date().toISOString().slice(0, 10)
const playsOf = (streamId: string) => db().streamPlay.count({ where: { streamId } })

test('each listener’s play counts once a stream, and raises the heat and the day', async () => {
  const { room, user, guests, trackId, streamId } = await createPlayingRoom({ listeners: 2 })
  for (const viewer of [userOf(user), ...guests.map(guestOf)]) {
    expect(granted(await recordEvents(viewer, [eventOf(trackId)]))).toMatchObject({ accepted: 1, refused: [] })
    // The same person's other device.
    expect(granted(await recordEvents(viewer, [eventOf(trackId)]))).toMatchObject({ accepted: 1, refused: [] })
  }
  expect(await playsOf(streamId)).toBe(3)
  const [item] = await roomTrending(room.id, 10)
  expect(item).toMatchObject({ streamId, recentPlays: 3 })
  expect(item?.heat).toBeCloseTo(4, 1)
  expect(await mostPlayed(today(), 10)).toMatchObject([{ plays: 3, track: { id: trackId } }])
  expect(await mostPlayed('2026-01-31', 10)).toEqual([])
  const raw = await db().songAnalytics.findMany({ where: { trackId } })
  expect(raw.filter(({ userId }) => userId === user.id)).toHaveLength(2)
  expect(raw.filter(({ userId }) => userId === null)).toHaveLength(4)
  expect(await differences()).toEqual([])
})

test('an event that comes again is known by its id, also with another time or in one batch', async () => {
  const { guests, trackId, streamId } = await createPlayingRoom()
  const viewer = guestOf(guests[0] ?? { personId: '' })
  const [play, skip] = [eventOf(trackId), eventOf(trackId, { event: 'skip', deviceInfo: { browser: 'Firefox' } })]
  expect(granted(await recordEvents(viewer, [play, skip, skip]))).toMatchObject({ accepted: 2, duplicate: 1 })
  const again = [play, { ...play, at: ago(2_000) }, { ...skip, at: ago(86_400_000) }]
  expect(granted(await recordEvents(viewer, again))).toEqual({ accepted: 0, duplicate: 3, refused: [] })
  expect(await db().songAnalytics.count({ where: { trackId } })).toBe(2)
  expect(await playsOf(streamId)).toBe(1)
})

test('a play is refused before enough was on, to strangers, the banned, and who joined or left too early', async () => {
  const { room, host, guests, trackId, streamId } = await createPlayingRoom({ forMs: 20_000, listeners: 3 })
  const [listener, banned, gone] = guests
  const late = await createGuest(room.id)
  const codeOf = async (viewer: Parameters<typeof recordEvents>[0], at = new Date().toISOString()) =>
    granted(await recordEvents(viewer, [eventOf(trackId, { at })])).refused[0]?.code
  const member = guestOf(listener ?? host)
  expect(await codeOf(member)).toBe('not_heard')
  await letPlay(room.id, 15_000)
  await db().roomMember.update({ where: { id: late.id }, data: { joinedAt: new Date(Date.now() - 10_000) } })
  await db().roomMember.update({ where: { id: banned?.id ?? '' }, data: { bannedAt: new Date() } })
  await db().roomMember.update({ where: { id: gone?.id ?? '' }, data: { leftAt: new Date(Date.now() - 8_000) } })
  expect(await codeOf(member, ago(10_000))).toBe('not_heard')
  expect(await codeOf(guestOf(late))).toBe('not_heard')
  expect(await codeOf(guestOf(banned ?? host))).toBe('not_heard')
  expect(await codeOf(guestOf(gone ?? host))).toBe('not_heard')
  expect(await codeOf({ kind: 'guest', guestId: crypto.randomUUID() })).toBe('not_heard')
  expect(await playsOf(streamId)).toBe(0)
  expect(await codeOf(member)).toBeUndefined()
  expect(await playsOf(streamId)).toBe(1)
})

test('pauses do not count as heard, and a song that was skipped early was heard by nobody', async () => {
  const { room, host, user, trackId } = await createPlayingRoom({ forMs: 20_000 })
  const command = (action: 'pause' | 'skip') => commandPlayback({ roomId: room.id, memberId: host.id, action })
  granted(await command('pause'))
  await letPlay(room.id, 60_000)
  const refusedOf = async (id: string) => granted(await recordEvents(userOf(user), [eventOf(id)])).refused.length
  expect(await refusedOf(trackId)).toBe(1)
  const second = await createPlayingRoom({ forMs: 20_000, songs: 2 })
  granted(await commandPlayback({ roomId: second.room.id, memberId: second.host.id, action: 'skip' }))
  await letPlay(second.room.id, 40_000)
  const events = [eventOf(second.trackId), eventOf(second.streams[1]?.trackId ?? '')]
  const { accepted, refused } = granted(await recordEvents(userOf(second.user), events))
  expect({ accepted, refused }).toEqual({ accepted: 1, refused: [{ id: events[0]?.id, code: 'not_heard' }] })
})

test('what cannot be is refused with each event named, and nothing of the batch counts', async () => {
  const { user, trackId } = await createPlayingRoom()
  const blocked = await createTrack()
  await db().song.updateMany({ where: { trackId: blocked.id }, data: { status: 'blocked' } })
  const events = [
    eventOf(trackId),
    eventOf(crypto.randomUUID(), { event: 'skip' }),
    eventOf(blocked.id, { event: 'preview' }),
    eventOf(trackId, { at: ago(-6_000) }),
    eventOf(trackId, { at: ago(7 * 86_400_000 + 1_000) }),
  ]
  const answer = await recordEvents(userOf(user), events)
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } })
  expect(answer.ok ? [] : Object.keys(answer.refusal.fields ?? {})).toEqual([
    'events.1',
    'events.2',
    'events.3',
    'events.4',
  ])
  expect(await db().songAnalytics.count({ where: { trackId } })).toBe(0)
  expect(await recordEvents({ kind: 'nobody' }, events)).toMatchObject({ refusal: { code: 'not_signed_in' } })
  const parses = (fields: object) =>
    listenerEventsInput.safeParse({ events: [{ ...eventOf(trackId), ...fields }] }).success
  expect(parses({})).toBe(true)
  for (const fields of [{ userId: user.id }, { at: 'now' }, { event: 'buy' }, { id: '1' }, { deviceInfo: { a: [] } }]) {
    expect(parses(fields), JSON.stringify(fields)).toBe(false)
  }
  expect(listenerEventsInput.safeParse({ events: Array.from({ length: 101 }, () => eventOf(trackId)) }).success).toBe(
    false,
  )
})

test('a play that comes late counts on its day, and not in a window that began after it', async () => {
  const { room, user, trackId, streamId } = await createPlayingRoom()
  await letPlay(room.id, 2 * 86_400_000)
  await db().room.update({ where: { id: room.id }, data: { currentQueueId: null, positionAt: new Date() } })
  const at = ago(2 * 86_400_000)
  granted(await recordEvents(userOf(user), [eventOf(trackId, { at })]))
  expect((await mostPlayed(at.slice(0, 10), 10))[0]).toMatchObject({ plays: 1 })
  expect((await roomTrending(room.id, 1))[0]).toMatchObject({ recentPlays: 0 })
  expect(await playsOf(streamId)).toBe(1)
  expect(await differences()).toEqual([])
  await db().trackDailyPlays.updateMany({ where: { trackId }, data: { plays: 9 } })
  expect((await differences()).map(({ table, stored }) => [table, stored])).toEqual([['TrackDailyPlays', 9]])
  await rebuildAll()
  expect(await differences()).toEqual([])
})

test('plays and likes of many at once, with the same batches sent twice, keep every number', {
  timeout: 60_000,
}, async () => {
  const [a, b] = [await createTrack({ durationMs: 60_000 }), await createTrack({ durationMs: 60_000 })]
  const orders = [
    [a.id, b.id],
    [b.id, a.id],
    [a.id, b.id],
  ]
  const rooms = await Promise.all(orders.map((trackIds) => createPlayingRoom({ listeners: 12, trackIds })))
  // The same songs in all rooms, so that they meet in the rows over all rooms.
  const jobs: (() => Promise<Result<unknown>>)[] = rooms.flatMap(({ guests, trackId, streamId }) =>
    guests.flatMap((guest) => {
      const events = [eventOf(trackId), eventOf(trackId, { event: 'skip' })]
      const vote = { memberId: guest.id, streamId }
      return [
        () => recordEvents(guestOf(guest), events),
        () => recordEvents(guestOf(guest), events.toReversed()),
        () => upvoteStream(vote),
        () => removeUpvote(vote),
      ]
    }),
  )
  const results = await Promise.all(jobs.map((job) => job()))
  for (const result of results) granted(result)
  for (const { streamId } of rooms) expect(await playsOf(streamId)).toBe(12)
  expect(await db().songAnalytics.count({ where: { trackId: { in: [a.id, b.id] } } })).toBe(72)
  expect(await differences()).toEqual([])
})

test('the worker forgets old receipts and keeps those that a repeated event still needs', async () => {
  const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  const [old, kept] = [crypto.randomUUID(), crypto.randomUUID()]
  await db().analyticsReceipt.createMany({
    data: [
      { eventId: old, day: dayAgo(9) },
      { eventId: kept, day: dayAgo(7) },
    ],
  })
  await forgetOldReceipts()
  const left = await db().analyticsReceipt.findMany({ where: { eventId: { in: [old, kept] } } })
  expect(left.map(({ eventId }) => eventId)).toEqual([kept])
})
