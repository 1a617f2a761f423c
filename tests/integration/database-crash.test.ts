import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBus } from '@/lib/bus'
import { isDatabaseAway } from '@/lib/database-away'
import { closeDb, db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { passLostVersions } from '@/lib/rooms/pass-lost-versions'
import { migrateDatabase, startEmbedded } from '@/server/launcher/database.mjs'
import { createParty } from '../factories/room-sockets'
import { granted } from '../support/results'

// A server of its own, which may crash.
const place = { dataDir: path.join(process.env.DATA_DIR ?? '', 'crashing'), password: 'test' }
let server: Awaited<ReturnType<typeof startEmbedded>>
beforeAll(async () => {
  server = await startEmbedded(place)
  await migrateDatabase(server.databaseUrl)
  process.env.DATABASE_URL = server.databaseUrl
})
afterAll(async () => {
  await closeBus()
  await closeDb()
  await server.stop()
})

async function start() {
  await closeBus()
  await closeDb()
  server = await startEmbedded({ ...place, port: server.port })
}

test('after a crash no room goes on with versions that browsers may have been told, and nothing is moved twice', async () => {
  await passLostVersions()
  const [open, closed] = [await createParty(60_000), await createParty()]
  await db().room.update({ where: { id: closed.room.id }, data: { closedAt: new Date() } })
  const command = { roomId: open.room.id, memberId: open.host.id }
  granted(await commandPlayback({ ...command, action: 'play' }))
  const versionsNow = async () => {
    const rooms = await db().room.findMany({ where: { id: { in: [open.room.id, closed.room.id] } } })
    return new Map(rooms.map(({ id, version }) => [id, version]))
  }
  const before = await versionsNow()

  await server.stop()
  expect(await commandPlayback({ ...command, action: 'pause' }).catch(isDatabaseAway)).toBe(true)
  await start()
  await passLostVersions()
  expect(await versionsNow()).toEqual(before)

  const { version: told } = granted(await commandPlayback({ ...command, action: 'seek', positionMs: 5_000 }))
  process.kill(server.pid ?? 0, 'SIGQUIT')
  await server.exited
  await start()
  await passLostVersions()
  const after = await versionsNow()
  expect(after.get(open.room.id)).toBeGreaterThan(told)
  expect(after.get(closed.room.id)).toBe(before.get(closed.room.id))
  await Promise.all([passLostVersions(), passLostVersions()])
  expect(await versionsNow()).toEqual(after)
  expect(granted(await commandPlayback({ ...command, action: 'pause' })).version).toBe(
    (after.get(open.room.id) ?? 0) + 1,
  )
})
