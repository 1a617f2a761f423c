import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { startIfIdle } from '@/lib/playback/mutations'
import { passLostVersions } from '@/lib/rooms/pass-lost-versions'
import { repeat } from './heartbeat'
import type { Listeners } from './listeners'
import type { Relay } from './relay'

const EVERY_MS = 5_000
/** An event that was committed a moment ago is still on its way. */
const ON_ITS_WAY_MS = 300

type Parts = { listeners: Listeners; relay: Relay }

/**
 * Finds out about lost events: compares what was relayed with the database, every 5 s and whenever it is told to. And
 * about a database that has itself lost something.
 */
export function startVersionCheck(parts: Parts): { check: () => Promise<void>; stop: () => void } {
  const check = () =>
    checkVersions(parts).catch((error) => log.warn({ err: error }, "The rooms' versions could not be compared."))
  return { check, stop: repeat(EVERY_MS, check) }
}

async function checkVersions(parts: Parts): Promise<void> {
  await passLostVersions()
  const roomIds = parts.listeners.roomIds()
  if (roomIds.length === 0) return
  const rooms = await db().room.findMany({
    where: { id: { in: roomIds } },
    select: { id: true, version: true, isPlaying: true, currentQueueId: true },
  })
  // Whoever added the next song may have been killed before starting it.
  for (const room of rooms) if (room.isPlaying && room.currentQueueId === null) await startIfIdle(room.id)
  const behind = rooms.filter((room) => isBehind(parts.relay, room))
  if (behind.length === 0) return
  await sleep(ON_ITS_WAY_MS)
  const lost = behind.filter((room) => isBehind(parts.relay, room))
  if (lost.length > 0) await catchUp(parts, lost)
}

function isBehind(relay: Relay, { id, version }: { id: string; version: number }): boolean {
  const relayed = relay.relayedVersion(id)
  return relayed !== null && relayed < version
}

async function catchUp({ listeners, relay }: Parts, rooms: { id: string; version: number }[]) {
  log.warn({ rooms: rooms.length }, 'Events were lost: the browsers of these rooms ask anew.')
  for (const { id, version } of rooms) relay.outdate(id, version)
  const roomIds = rooms.map(({ id }) => id)
  // A lost event may have been the end of a membership.
  const former = await db().roomMember.findMany({
    where: {
      id: { in: roomIds.flatMap((roomId) => [...listeners.membersIn(roomId).keys()]) },
      OR: [{ leftAt: { not: null } }, { bannedAt: { not: null } }, { room: { closedAt: { not: null } } }],
    },
    select: { id: true, roomId: true },
  })
  for (const { id, roomId } of former) listeners.remove(roomId, id)
}
