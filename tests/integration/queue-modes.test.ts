import { expect, test } from 'vitest'
import { roomReducer } from '@/components/room/room-reducer'
import { initialRoomState } from '@/components/room/room-state'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, removeStream, removeUpvote, reorderQueue, restoreStream, upvoteStream } from '@/lib/queue/mutations'
import { upNext } from '@/lib/queue/queries'
import { compareQueueItems, fairTurns } from '@/lib/queue/rules'
import type { QueueItem } from '@/lib/queue/schema'
import { roundOf, waitingIn } from '@/lib/queue/turns'
import { updateRoom } from '@/lib/rooms/mutations'
import { roomSnapshot } from '@/lib/rooms/queries'
import type { QueueMode } from '@/lib/rooms/schema'
import { differences } from '@/lib/stats/verify'
import { userOf } from '../factories/heard'
import { createGuest, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

async function roomIn(queueMode: QueueMode) {
  const { room, host, user } = await createRoom()
  granted(await updateRoom({ memberId: host.id, changes: { settings: { queueMode } } }))
  const [jonas, priya] = [await createGuest(room.id), await createGuest(room.id)]
  const add = async (memberId: string, title: string) =>
    granted(await addStream({ memberId, trackId: (await createTrack({ title })).id })).streamId
  const titles = async () => (await upNext({ roomId: room.id, memberId: host.id })).map(({ track }) => track.title)
  return { roomId: room.id, code: room.code, host, user, jonas, priya, add, titles }
}

const setMode = async (memberId: string, queueMode: QueueMode) =>
  granted(await updateRoom({ memberId, changes: { settings: { queueMode } } }))

test('fair turns (Festify#270): one person’s album lets the others in between, by votes within a turn', async () => {
  const { roomId, host, jonas, priya, add, titles } = await roomIn('fair')
  for (const title of ['A1', 'A2', 'A3']) await add(host.id, title)
  granted(await commandPlayback({ roomId, memberId: host.id, action: 'play' }))
  const first = await add(jonas.id, 'J1')
  const second = await add(priya.id, 'P1')
  await add(jonas.id, 'J2')
  expect(await titles()).toEqual(['J1', 'P1', 'A2', 'J2', 'A3'])
  granted(await upvoteStream({ memberId: jonas.id, streamId: second }))
  expect(await titles()).toEqual(['P1', 'J1', 'A2', 'J2', 'A3'])
  granted(await removeStream({ memberId: jonas.id, streamId: first }))
  expect(await titles()).toEqual(['P1', 'J2', 'A2', 'A3'])
  granted(await commandPlayback({ roomId, memberId: host.id, action: 'skip' }))
  await add(priya.id, 'P2')
  expect(await titles()).toEqual(['J2', 'A2', 'P2', 'A3'])
})

test('by hand: votes move nothing, new songs come last, moderators move any song anywhere', async () => {
  const { host, jonas, add, titles, roomId } = await roomIn('manual')
  const ids = [await add(host.id, 'A'), await add(jonas.id, 'B'), await add(host.id, 'C')] as const
  granted(await upvoteStream({ memberId: host.id, streamId: ids[2] }))
  expect(await titles()).toEqual(['A', 'B', 'C'])
  granted(await reorderQueue({ memberId: host.id, streamIds: [ids[2], ids[0], ids[1]] }))
  await add(jonas.id, 'D')
  expect(await titles()).toEqual(['C', 'A', 'B', 'D'])
  expect(refusalOf(await reorderQueue({ memberId: jonas.id, streamIds: [...ids] }))).toBe('forbidden')
  granted(await commandPlayback({ roomId, memberId: host.id, action: 'play' }))
  expect(await titles()).toEqual(['A', 'B', 'D'])
})

test('the mode applies at once for everybody and stays (OTT#532)', async () => {
  const { roomId, code, host, user, jonas, add, titles } = await roomIn('votes')
  for (const title of ['A1', 'A2']) await add(host.id, title)
  await add(jonas.id, 'J1')
  await setMode(host.id, 'fair')
  expect(await titles()).toEqual(['A1', 'J1', 'A2'])
  await expect
    .poll(() => eventsOf(roomId).at(-1))
    .toMatchObject({ type: 'room:changed', room: { settings: { queueMode: 'fair' } }, places: { length: 3 } })
  await setMode(host.id, 'manual')
  expect(await titles()).toEqual(['A1', 'J1', 'A2'])
  granted(await updateRoom({ memberId: host.id, changes: { settings: { maxWaiting: 5 } } }))
  expect(granted(await roomSnapshot({ code, viewer: userOf(user) })).room.settings).toMatchObject({
    queueMode: 'manual',
    maxWaiting: 5,
    skipPercent: 50,
  })
  await setMode(host.id, 'votes')
  expect(await titles()).toEqual(['A1', 'A2', 'J1'])
})

test('whatever happens in whichever mode, SQL’s order is the rules’ and the browser’s, and its head plays next', async () => {
  const { roomId, code, host, user, jonas, priya } = await roomIn('votes')
  const read = async () => granted(await roomSnapshot({ code, viewer: userOf(user) }))
  const steps = somethingHappens({ roomId, hostId: host.id, people: [host.id, jonas.id, priya.id] })
  let browser = initialRoomState(await read())
  let applied = eventsOf(roomId).length
  for (let step = 0; step < 60; step++) {
    await steps()
    const snapshot = await read()
    expect(idsOf(snapshot.queue.toReversed().toSorted(compareQueueItems))).toEqual(idsOf(snapshot.queue))
    await expect.poll(() => eventsOf(roomId).at(-1)?.version ?? 0).toBe(snapshot.version)
    for (const event of eventsOf(roomId).slice(applied)) browser = roomReducer(browser, { type: 'event', event })
    applied = eventsOf(roomId).length
    expect(idsOf(browser.snapshot.queue.toSorted(compareQueueItems))).toEqual(idsOf(snapshot.queue))
    if (snapshot.room.settings.queueMode === 'fair') await expectFairTurns(roomId)
  }
  expect(await differences()).toEqual([])
})

const idsOf = (items: { streamId: string }[]) => items.map(({ streamId }) => streamId)

async function expectFairTurns(roomId: string) {
  const waiting = await waitingIn(db(), roomId)
  const turns = fairTurns(waiting, await roundOf(db(), roomId))
  for (const song of waiting) expect(song.turn).toBe(turns.get(song.streamId))
}

function somethingHappens({ roomId, hostId, people }: { roomId: string; hostId: string; people: string[] }) {
  const random = mulberry(11)
  const pick = <T>(list: readonly T[], otherwise: T): T => list[Math.floor(random() * list.length)] ?? otherwise
  const taken: string[] = []
  const add = async () => addStream({ memberId: pick(people, hostId), trackId: (await createTrack()).id })
  const next = async ([first]: { queueId: string }[]) => {
    const skipped = await commandPlayback({ roomId, memberId: hostId, action: 'skip' })
    const started = skipped.ok ? skipped : await commandPlayback({ roomId, memberId: hostId, action: 'play' })
    expect(granted(started).queueId).toBe(first?.queueId)
    return started
  }
  const actions = [
    add,
    add,
    add,
    (queue: QueueItem[]) => upvoteStream({ memberId: pick(people, hostId), streamId: pick(idsOf(queue), '') }),
    (queue: QueueItem[]) => upvoteStream({ memberId: pick(people, hostId), streamId: pick(idsOf(queue), '') }),
    (queue: QueueItem[]) => removeUpvote({ memberId: pick(people, hostId), streamId: pick(idsOf(queue), '') }),
    async (queue: QueueItem[]) => {
      const streamId = pick(idsOf(queue), '')
      const removed = await removeStream({ memberId: hostId, streamId })
      if (random() < 0.5) taken.push(streamId)
      return removed
    },
    async () => {
      const streamId = taken.pop()
      return streamId ? restoreStream({ memberId: hostId, streamId }) : add()
    },
    (queue: QueueItem[]) => {
      const streamIds = idsOf(queue).toSorted(() => random() - 0.5)
      return reorderQueue({ memberId: hostId, streamIds: streamIds.slice(0, 5) })
    },
    next,
    async () => {
      const queueMode = pick(['votes', 'fair', 'manual'] as const, 'fair')
      return updateRoom({ memberId: hostId, changes: { settings: { queueMode } } })
    },
  ]
  return async () => {
    const queue = await upNext({ roomId, memberId: hostId })
    const act = queue.length > 0 ? pick(actions, add) : add
    granted<unknown>(await act(queue))
  }
}

/** The same numbers in each run. */
function mulberry(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
