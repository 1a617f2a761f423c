// Likes through the mutation, with the publishing: on one hot song, and spread over 200 rooms; beside them, in the same
// run, the bare insert of an upvote. Needs DATABASE_URL of a migrated database; makes its own rows.
import { closeBus } from '@/lib/bus'
import { closeDb, db } from '@/lib/db'
import { addStream, upvoteStream } from '@/lib/queue/mutations'
import { createRoom } from '@/tests/factories/rooms'
import { createTrack } from '@/tests/factories/tracks'
import { benchRate, report } from './measure'

const HOT = 6000
const ROOMS = 200
const MEMBERS_EACH = 60

type Vote = { memberId: string; streamId: string }

process.env.AUTH_SECRET ??= 'a secret for benchmarks that is long enough'

async function songWithVoters(voters: number): Promise<Vote[]> {
  const { room, host } = await createRoom()
  const { id: trackId } = await createTrack()
  const added = await addStream({ memberId: host.id, trackId })
  if (!added.ok) throw new Error(added.refusal.message)
  const members = await db().$queryRaw<{ id: string }[]>`
    INSERT INTO "RoomMember" ("roomId", "guestId", "personId", "displayName")
    SELECT ${room.id}::uuid, person, person, 'Guest' FROM (SELECT gen_random_uuid() AS person FROM generate_series(1, ${voters}::int)) people
    RETURNING "id"`
  return members.map(({ id }) => ({ memberId: id, streamId: added.value.streamId }))
}

async function like(vote: Vote) {
  const result = await upvoteStream(vote)
  if (!result.ok) throw new Error(result.refusal.message)
}

async function bareInsert({ memberId, streamId }: Vote) {
  await db().$executeRaw`/* named: bare_upvote */
    INSERT INTO "Upvote" ("streamId", "memberId", "weight") VALUES (${streamId}::uuid, ${memberId}::uuid, 0)`
}

/** One vote of each room in turn. */
async function spread(): Promise<Vote[]> {
  const rooms: Vote[][] = []
  for (let i = 0; i < ROOMS; i++) rooms.push(await songWithVoters(MEMBERS_EACH))
  return Array.from({ length: MEMBERS_EACH }, (_, i) => rooms.flatMap((votes) => votes[i] ?? [])).flat()
}

const hot = await benchRate(await songWithVoters(HOT), like)
const bareHot = await benchRate(await songWithVoters(HOT), bareInsert)
const wide = await benchRate(await spread(), like)
const bareWide = await benchRate(await spread(), bareInsert)

report('likes', 'hot song, likes a second', hot, '1/s')
report('likes', 'hot song, bare inserts a second', bareHot, '1/s')
report('likes', 'hot song, share of the bare insert', hot / bareHot, 'ratio')
report('likes', '200 rooms, likes a second', wide, '1/s')
report('likes', '200 rooms, bare inserts a second', bareWide, '1/s')
report('likes', '200 rooms, share of the bare insert', wide / bareWide, 'ratio')
await closeBus()
await closeDb()
