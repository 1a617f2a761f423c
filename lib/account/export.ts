import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'

const BATCH = 500

type Row = Record<string, unknown>
/** Reads up to BATCH rows behind the one with this key. */
type Page = (after: string | undefined) => Promise<{ rows: Row[]; last: string | undefined }>

/** Everything that is stored about a user, as JSON that is written while it is read. Refuses `session_ended`. */
export async function exportAccount(userId: string): Promise<Result<AsyncGenerator<string>>> {
  const account = await db().user.findUnique({
    where: { id: userId },
    omit: { passwordHash: true },
    include: {
      preferences: { select: { settings: true, favoriteArtists: true, favoriteGenres: true, updatedAt: true } },
      sessions: {
        select: { userAgent: true, createdAt: true, lastUsedAt: true, expiresAt: true, revokedAt: true },
      },
    },
  })
  if (!account) return refuse('session_ended', 'This account is gone.')
  const { preferences, sessions, ...profile } = account
  return ok(write({ profile, preferences, devices: sessions }, listsOf(userId)))
}

async function* write(head: Row, lists: Record<string, Page>) {
  yield `{"exportedAt":${JSON.stringify(new Date())}`
  for (const [name, value] of Object.entries(head)) yield `,\n${JSON.stringify(name)}:${JSON.stringify(value)}`
  for (const [name, page] of Object.entries(lists)) {
    yield `,\n${JSON.stringify(name)}:[`
    let [after, isFirst]: [string | undefined, boolean] = [undefined, true]
    for (;;) {
      const { rows, last } = await page(after)
      for (const row of rows) {
        yield `${isFirst ? '' : ','}\n${JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? Number(value) : value))}`
        isFirst = false
      }
      if (rows.length < BATCH) break
      after = last
    }
    yield ']'
  }
  yield '}\n'
}

const named = { select: { title: true, artist: true } } as const
const code = { select: { code: true, name: true } } as const

/** Row by row in the order of their ids, so that nothing is held but a page. */
function listsOf(userId: string): Record<string, Page> {
  const mine = { member: { userId } }
  const behind = (after: string | undefined) =>
    ({ take: BATCH, orderBy: { id: 'asc' }, ...(after ? { cursor: { id: after }, skip: 1 } : {}) }) as const
  const byId = async <R extends { id: string }>(read: Promise<R[]>) => {
    const rows = await read
    return { rows, last: rows.at(-1)?.id }
  }
  return {
    playlists: (after) => byId(db().playlist.findMany({ where: { userId }, ...behind(after), omit: { userId: true } })),
    playlistSongs: (after) =>
      byId(
        db().playlistTrack.findMany({
          where: { playlist: { userId } },
          ...behind(after),
          select: { id: true, playlistId: true, position: true, addedAt: true, track: named },
        }),
      ),
    likedSongs: likedPage(userId),
    reviews: (after) =>
      byId(
        db().review.findMany({
          where: { userId },
          ...behind(after),
          omit: { userId: true },
          include: { track: named },
        }),
      ),
    uploads: (after) => byId(db().upload.findMany({ where: { userId }, ...behind(after), omit: { userId: true } })),
    songs: (after) =>
      byId(
        db().song.findMany({
          where: { uploaderId: userId },
          ...behind(after),
          select: { id: true, title: true, artist: true, album: true, genre: true, status: true, createdAt: true },
        }),
      ),
    rooms: (after) =>
      byId(
        db().roomMember.findMany({
          where: { userId },
          ...behind(after),
          select: { id: true, room: code, displayName: true, role: true, joinedAt: true, leftAt: true },
        }),
      ),
    addedToRooms: (after) =>
      byId(
        db().stream.findMany({
          where: mine,
          ...behind(after),
          select: { id: true, room: code, track: named, createdAt: true, removedAt: true },
        }),
      ),
    votes: votesPage(userId),
    messages: (after) =>
      byId(
        db().roomMessage.findMany({
          where: mine,
          ...behind(after),
          select: { id: true, room: code, text: true, createdAt: true },
        }),
      ),
    listening: eventsPage(userId),
  }
}

const likedPage =
  (userId: string): Page =>
  async (after) => {
    const rows = await db().likedTrack.findMany({
      where: { userId, ...(after ? { trackId: { gt: after } } : {}) },
      take: BATCH,
      orderBy: { trackId: 'asc' },
      select: { trackId: true, createdAt: true, track: named },
    })
    return { rows, last: rows.at(-1)?.trackId }
  }

const votesPage =
  (userId: string): Page =>
  async (after) => {
    const rows = await db().upvote.findMany({
      where: { member: { userId }, ...(after ? { streamId: { gt: after } } : {}) },
      take: BATCH,
      orderBy: { streamId: 'asc' },
      select: { streamId: true, createdAt: true, stream: { select: { track: named } } },
    })
    return { rows, last: rows.at(-1)?.streamId }
  }

const eventsPage =
  (userId: string): Page =>
  async (after) => {
    const rows = await db().songAnalytics.findMany({
      where: { userId, ...(after ? { id: { gt: BigInt(after) } } : {}) },
      take: BATCH,
      orderBy: { id: 'asc' },
      select: { id: true, event: true, timestamp: true, deviceInfo: true, track: named },
    })
    return { rows, last: rows.at(-1)?.id.toString() }
  }
