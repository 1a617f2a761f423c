// One command of a host to everybody in the room: from sending it to each receipt, with what the realtime process takes
// for it. One room of 50, 500 and 2,000 people, each beside a bare Socket.IO server with as many, then 200 rooms of five.
// First what a commit alone takes. And how long a crowd takes to come in: for the first time, and back with the room as
// they know it.
// Realtime and the receivers are processes of their own. Needs DATABASE_URL of a migrated database; makes its own rows.
import { setTimeout as sleep } from 'node:timers/promises'
import { GUEST_COOKIE } from '@/lib/auth/cookies'
import { signGuestToken } from '@/lib/auth/guest-token'
import { closeBus } from '@/lib/bus'
import { closeDb, db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream } from '@/lib/queue/mutations'
import { joinedSocket, openSocket, type RoomSocket } from '@/tests/factories/room-sockets'
import { createGuest, createRoom } from '@/tests/factories/rooms'
import { createTrack } from '@/tests/factories/tracks'
import { type MeasuredProcess, startMeasuredProcess } from './fanout/measured-process'
import { startReceivers } from './fanout/processes'
import type { Door } from './fanout/receivers'
import { percentile, report } from './measure'

const SIZES = (process.env.FANOUT_SIZES ?? '50,500,2000').split(',').map(Number)
const [ROOMS, EACH] = [Number(process.env.FANOUT_ROOMS ?? 200), 5]
const ROUNDS = Number(process.env.FANOUT_ROUNDS ?? 200)
const WARM_UP = 10
// As fast as the product takes commands of one person.
const PAUSE_MS = 250
const SONG_MS = 3_600_000

type Party = { doors: Door[]; host: RoomSocket; roomId?: string }

/** A room that plays, with so many people at its door and a moderator's socket inside. */
async function openParty(port: number, people: number): Promise<Party> {
  const { room, host } = await createRoom()
  const { id: trackId } = await createTrack({ durationMs: SONG_MS })
  const added = await addStream({ memberId: host.id, trackId })
  if (!added.ok) throw new Error(added.refusal.message)
  await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' })
  const guests = await db().$queryRaw<{ guestId: string }[]>`
    INSERT INTO "RoomMember" ("roomId", "guestId", "personId", "displayName")
    SELECT ${room.id}::uuid, person, person, 'Guest'
    FROM (SELECT gen_random_uuid() AS person FROM generate_series(1, ${people}::int)) people
    RETURNING "guestId"`
  const cookies = await Promise.all(guests.map(({ guestId }) => signGuestToken(guestId)))
  const doors = cookies.map((token) => ({ code: room.code, cookie: `${GUEST_COOKIE}=${token}` }))
  const moderator = await createGuest(room.id, { role: 'moderator' })
  return { doors, host: await joinedSocket(port, room, moderator), roomId: room.id }
}

/** As many people around a bare Socket.IO server. */
async function openBareParty(port: number, people: number): Promise<Party> {
  return { doors: Array.from({ length: people }, () => ({ code: '', cookie: '' })), host: await openSocket(port) }
}

/** Each party in turn gets a seek; the position that it names marks it. Answers when each was sent. */
async function seekInTurn(parties: Party[], rounds: number, pauseMs: number): Promise<Map<number, number>> {
  const sent = new Map<number, number>()
  for (let round = 0; round < rounds; round++) {
    const mark = 1000 + round
    sent.set(mark, Number(process.hrtime.bigint()) / 1e6)
    const ack = await parties[round % parties.length]?.host.ask('playback:command', {
      action: 'seek',
      positionMs: mark,
    })
    if (!ack?.ok) throw new Error(ack?.error?.message)
    await sleep(pauseMs)
  }
  return sent
}

async function measure(name: string, realtime: MeasuredProcess, parties: Party[], rounds: number, pauseMs: number) {
  const receivers = await startReceivers()
  await receivers.connect(
    realtime.port,
    parties.flatMap(({ doors }) => doors),
  )
  // Everybody has been told of everybody.
  await sleep(3000)
  await seekInTurn(parties, WARM_UP, pauseMs)
  await sleep(500)
  await receivers.collect()

  const cpuBefore = realtime.cpuMs()
  const sent = await seekInTurn(parties, rounds, pauseMs)
  await sleep(1000)
  const cpuMs = realtime.cpuMs() - cpuBefore
  const arrivals = await receivers.collect()
  const memoryMb = realtime.memoryMb()
  for (const { host } of parties) host.close()
  await receivers.close()

  const times = [...sent].flatMap(([mark, at]) => (arrivals[mark] ?? []).map((arrived) => arrived - at))
  const expected = rounds * (parties[0]?.doors.length ?? 0)
  if (times.length !== expected) throw new Error(`${times.length} of ${expected} receipts came.`)
  times.sort((a, b) => a - b)
  report('fanout', `${name}, send to receipt, p50`, percentile(times, 0.5), 'ms')
  report('fanout', `${name}, send to receipt, p99`, percentile(times, 0.99), 'ms')
  report('fanout', `${name}, the server's memory`, memoryMb, 'MB')
  report('fanout', `${name}, the server's CPU for a command`, cpuMs / rounds, 'ms')
}

/** How long they take to come in, 16 at a time. */
async function measureComing(name: string, realtime: MeasuredProcess, doors: Door[]) {
  const receivers = await startReceivers()
  const [startedAt, cpuBefore] = [performance.now(), realtime.cpuMs()]
  await receivers.connect(realtime.port, doors)
  report('fanout', `${name}, until all are in`, (performance.now() - startedAt) / 1000, 's')
  report('fanout', `${name}, the server's CPU for each`, (realtime.cpuMs() - cpuBefore) / doors.length, 'ms')
  await receivers.close()
}

/** What the database alone takes to keep a command: one row changed as often as one person may, in this process. */
async function measureCommit() {
  const { room } = await createRoom()
  const times: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const startedAt = performance.now()
    await db()
      .$executeRaw`/* named: commit_alone */ UPDATE "Room" SET "position" = ${round}::int WHERE "id" = ${room.id}::uuid`
    if (round >= WARM_UP) times.push(performance.now() - startedAt)
    await sleep(PAUSE_MS)
  }
  times.sort((a, b) => a - b)
  report('fanout', 'a commit of one row, p50', percentile(times, 0.5), 'ms')
  report('fanout', 'a commit of one row, p99', percentile(times, 0.99), 'ms')
}

async function measureCrowd(size: number) {
  const realtime = await startMeasuredProcess()
  const { doors, host, roomId } = await openParty(realtime.port, size)
  await measureComing(`${size} come`, realtime, doors)
  const { version } = await db().room.findUniqueOrThrow({ where: { id: roomId }, select: { version: true } })
  await measureComing(
    `${size} come back`,
    realtime,
    doors.map((door) => ({ ...door, version })),
  )
  host.close()
  await realtime.stop()
}

await measureCommit()
for (const size of SIZES) {
  const bare = await startMeasuredProcess('tests/bench/fanout/bare-server.ts')
  await measure(`bare Socket.IO, ${size}`, bare, [await openBareParty(bare.port, size)], ROUNDS, PAUSE_MS)
  await bare.stop()
  const realtime = await startMeasuredProcess()
  await measure(`1 room of ${size}`, realtime, [await openParty(realtime.port, size)], ROUNDS, PAUSE_MS)
  await realtime.stop()
  await measureCrowd(size)
}
const realtime = await startMeasuredProcess()
const parties: Party[] = []
for (let i = 0; i < ROOMS; i++) parties.push(await openParty(realtime.port, EACH))
if (ROOMS) await measure(`${ROOMS} rooms of ${EACH}`, realtime, parties, ROOMS, 20)
await realtime.stop()
await closeBus()
await closeDb()
