// The snapshot of a room with 200 queued songs and 50 members: how long it takes, one at a time, and in how many
// queries. Needs DATABASE_URL of a migrated database; makes its own rows.
import pg from 'pg'
import { closeBus } from '@/lib/bus'
import { closeDb, db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, upvoteStream } from '@/lib/queue/mutations'
import { roomSnapshot } from '@/lib/rooms/queries'
import { createGuest, createRoom } from '@/tests/factories/rooms'
import { createTrack } from '@/tests/factories/tracks'
import { percentile, report } from './measure'

const SONGS = 200
const MEMBERS = 50
const ROUNDS = 400

process.env.AUTH_SECRET ??= 'a secret for benchmarks that is long enough'

const { room, host } = await createRoom()
const guests = []
for (let i = 1; i < MEMBERS; i++) guests.push(await createGuest(room.id, { displayName: `Guest ${i}` }))
for (let i = 0; i <= SONGS; i++) {
  const track = await createTrack({ title: `A song with a title of usual length, number ${i}` })
  const added = await addStream({ memberId: guests[i % guests.length]?.id ?? host.id, trackId: track.id })
  if (!added.ok) throw new Error(added.refusal.message)
  const { streamId } = added.value
  await Promise.all(guests.slice(0, i % 7).map(({ id }) => upvoteStream({ memberId: id, streamId })))
}
await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' })
await db().$executeRaw`ANALYZE`

const viewer = { kind: 'guest', guestId: guests[0]?.personId ?? '' } as const
async function read() {
  const snapshot = await roomSnapshot({ code: room.code, viewer })
  if (!snapshot.ok || snapshot.value.queue.length !== SONGS) throw new Error('That is not the room.')
  return snapshot.value
}

const bytes = Buffer.byteLength(JSON.stringify(await read()))
for (let i = 0; i < 50; i++) await read()

let queries = 0
const { query } = pg.Client.prototype
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  queries++
  return Reflect.apply(query, this, args)
} as typeof query
await read()
pg.Client.prototype.query = query

const times: number[] = []
for (let i = 0; i < ROUNDS; i++) {
  const startedAt = performance.now()
  await read()
  times.push(performance.now() - startedAt)
}
times.sort((a, b) => a - b)

report('snapshot', '200 songs, 50 members, p50', percentile(times, 0.5), 'ms')
report('snapshot', '200 songs, 50 members, p99', percentile(times, 0.99), 'ms')
report('snapshot', '200 songs, 50 members, queries', queries, 'queries')
report('snapshot', '200 songs, 50 members, size', bytes / 1000, 'kB')
await closeBus()
await closeDb()
