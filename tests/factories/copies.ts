import { randomUUID } from 'node:crypto'
import { db, type Prisma } from '@/lib/db'
import { newCode } from '@/lib/rooms/code'

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g

const OF_ROOM = '"roomId" = room'
const OF_STREAMS = '"streamId" IN (SELECT "id" FROM "Stream" WHERE "roomId" = room)'
const TRACKS = 'ANY (ids || ARRAY(SELECT "trackId" FROM "Stream" WHERE "roomId" = room))'
/** Which rows of each table belong to the scene. */
const ROWS = {
  User: '"id" = ANY (ids)',
  Track: `"id" = ${TRACKS}`,
  Song: `"trackId" = ${TRACKS}`,
  TrackTrending: `"trackId" = ${TRACKS}`,
  Room: '"id" = room',
  RoomMember: OF_ROOM,
  Stream: OF_ROOM,
  Upvote: OF_STREAMS,
  RoomQueue: OF_ROOM,
  UserRoomStats: OF_ROOM,
  UserDailyStats: OF_ROOM,
  RoomDailyStats: OF_ROOM,
  RoomStreamTrending: OF_ROOM,
}

/** Copies of a room with its people, songs and numbers, and of whatever else the scene names. */
export async function copiesOf<T extends { roomId: string }>(scene: T, count: number): Promise<T[]> {
  const renames = Array.from({ length: count }, () => renaming())
  const ids = [...JSON.stringify(scene).matchAll(UUID)].map(([id]) => id)
  await db().$transaction(async (tx) => {
    // Rooms and their queues refer to each other: no order would do.
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    for (const [table, where] of Object.entries(ROWS)) {
      const rows = await tx.$queryRawUnsafe<{ row: Prisma.JsonObject }[]>(
        `SELECT to_jsonb(t) AS "row" FROM "${table}" t, (SELECT $1::uuid AS room, $2::uuid[] AS ids) scene WHERE ${where}`,
        scene.roomId,
        ids,
      )
      const [{ columns }] = await tx.$queryRaw<[{ columns: string }]>`
        SELECT string_agg(quote_ident(attname), ', ') AS "columns" FROM pg_attribute
        WHERE attrelid = ${`"${table}"`}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`
      const copies = renames.flatMap((rename) => rows.map(({ row }) => unique(rename(row))))
      await tx.$executeRawUnsafe(
        `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
        JSON.stringify(copies),
      )
    }
  })
  return renames.map((rename) => rename(scene))
}

/** Gives every id another one, the same wherever it stands. */
function renaming() {
  const names = new Map<string, string>()
  const rename = (id: string) => {
    const name = names.get(id) ?? randomUUID()
    names.set(id, name)
    return name
  }
  return <T>(value: T): T => JSON.parse(JSON.stringify(value).replace(UUID, rename))
}

function unique(row: Prisma.JsonObject): Prisma.JsonObject {
  const name = randomUUID().slice(0, 13)
  return {
    ...row,
    ...('code' in row ? { code: newCode() } : {}),
    ...('username' in row ? { username: name, email: `${name}@example.org` } : {}),
  }
}
