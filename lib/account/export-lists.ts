import { db } from '@/lib/db'

export const BATCH = 500

export type Row = Record<string, unknown>

/** Reads up to BATCH rows behind the one with this key. */
export type Page = (after: string | undefined) => Promise<{ rows: Row[]; last: string | undefined }>

/** All that an export holds beside the account's own row. Each list is read in the order of its keys, page by page. */
export const listsOf = (userId: string): Record<string, Page> => ({
  ...keptBy(userId),
  ...doneInRooms(userId),
  listening: eventsPage(userId),
})

const named = { select: { title: true, artist: true } } as const
const code = { select: { code: true, name: true } } as const

const behind = (after: string | undefined) =>
  ({ take: BATCH, orderBy: { id: 'asc' }, ...(after ? { cursor: { id: after }, skip: 1 } : {}) }) as const

async function byId<R extends { id: string }>(read: Promise<R[]>) {
  const rows = await read
  return { rows, last: rows.at(-1)?.id }
}

const keptBy = (userId: string): Record<string, Page> => ({
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
      db().review.findMany({ where: { userId }, ...behind(after), omit: { userId: true }, include: { track: named } }),
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
})

const doneInRooms = (userId: string): Record<string, Page> => ({
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
        where: { member: { userId } },
        ...behind(after),
        select: { id: true, room: code, track: named, createdAt: true, removedAt: true },
      }),
    ),
  votes: votesPage(userId),
  messages: (after) =>
    byId(
      db().roomMessage.findMany({
        where: { member: { userId } },
        ...behind(after),
        select: { id: true, room: code, text: true, createdAt: true },
      }),
    ),
})

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
