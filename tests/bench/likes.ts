// Likes through the mutation, with the publishing: on one hot song, and spread over 200 rooms; beside them, in the same
// run, the bare insert of an upvote. How long each takes, one at a time and 64 at once, and how many fit into a second.
// Needs DATABASE_URL of a migrated database; makes its own rows.
import { closeBus } from '@/lib/bus'
import { closeDb, db } from '@/lib/db'
import { addStream, upvoteStream } from '@/lib/queue/mutations'
import { createRoom } from '@/tests/factories/rooms'
import { createTrack } from '@/tests/factories/tracks'
import { benchTimes, percentile, report } from './measure'

const ALONE = 2000
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

/** Likes and bare inserts in turn, so that whatever disturbs the machine disturbs both. */
async function oneAtATime() {
  const ways = { like, bareInsert }
  const votes = { like: await songWithVoters(ALONE), bareInsert: await songWithVoters(ALONE) }
  const times: { [way in keyof typeof ways]: number[] } = { like: [], bareInsert: [] }
  for (let i = 0; i < ALONE; i++)
    for (const way of ['like', 'bareInsert'] as const) {
      const vote = votes[way][i]
      const startedAt = performance.now()
      if (vote) await ways[way](vote)
      if (i >= ALONE / 10) times[way].push(performance.now() - startedAt)
    }
  reportTimes('one at a time', times.like, times.bareInsert)
}

/** As many at once as people who press at the same moment. */
async function manyAtOnce(title: string, votesOf: () => Promise<Vote[]>) {
  const liked = await benchTimes(await votesOf(), like)
  const bare = await benchTimes(await votesOf(), bareInsert)
  reportTimes(title, liked.times, bare.times)
  report('likes', `${title}, likes a second`, liked.rate, '1/s')
  report('likes', `${title}, bare inserts a second`, bare.rate, '1/s')
  report('likes', `${title}, share of the bare insert`, liked.rate / bare.rate, 'ratio')
}

function reportTimes(title: string, likes: number[], inserts: number[]) {
  for (const share of [0.5, 0.99]) {
    const [a, b] = [likes, inserts].map((times) =>
      percentile(
        times.toSorted((x, y) => x - y),
        share,
      ),
    )
    report('likes', `${title}, like, p${share * 100}`, a ?? 0, 'ms')
    report('likes', `${title}, bare insert, p${share * 100}`, b ?? 0, 'ms')
    report('likes', `${title}, like against bare insert, p${share * 100}`, (a ?? 0) / (b ?? 1), 'ratio')
  }
}

await oneAtATime()
await manyAtOnce('hot song', () => songWithVoters(HOT))
await manyAtOnce('200 rooms', spread)
await closeBus()
await closeDb()
