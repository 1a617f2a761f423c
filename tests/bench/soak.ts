// The product as `npm start` runs it, 50 people who add, like, unlike, take out, play, skip and listen over HTTP for a
// minute, while web, PostgreSQL, and web with realtime are killed with SIGKILL under them; then every number is compared
// with its raw rows. SOAK_SECONDS chooses how long.
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { closeBus } from '@/lib/bus'
import { closeDb, db } from '@/lib/db'
import { differences } from '@/lib/stats/verify'
import { anyOf, type Crowd, createCrowd } from '@/tests/factories/crowd'
import { cookieOf } from '@/tests/factories/room-sockets'
import { descendantsOf } from '@/tests/support/processes'
import { databaseUrlOf, makeDataDir, type Product, removeDataDir, startProduct } from '@/tests/support/product'
import { report } from './measure'

const SECONDS = Number(process.env.SOAK_SECONDS ?? 60)
const ROOMS = 5
const CLIENTS_EACH = 10
const PAUSE_MS = 400
/** As a browser does it: soon at first, then less and less often. */
const FIRST_RETRY_MS = 100
const LAST_RETRY_MS = 2_000
const ANSWER_MS = 5_000
const PHASES = ['before', 'without web', 'without PostgreSQL', 'without web and realtime'] as const

const counts = { done: 0, refused: 0, retried: 0, 'given up': 0 }
/** Calls answered until the next process was killed. */
const answered = PHASES.map(() => 0)
let phase = 0

const dataDir = await makeDataDir()
const product = await startProduct({ dataDir, DEMO_CATALOGUE: 'off', AUTH_SECRET: process.env.AUTH_SECRET })
// The product's own database from here on.
process.env.DATABASE_URL = await databaseUrlOf(dataDir)
try {
  await soak()
} finally {
  await product.stop()
  await removeDataDir(dataDir)
}

async function soak() {
  const crowd = await createCrowd({ rooms: ROOMS, guests: CLIENTS_EACH, songs: 15 })
  const until = Date.now() + SECONDS * 1000
  const clients = crowd.rooms.flatMap((room) => room.guests.map((guest) => act({ crowd, room, guest, until })))
  for (const names of [['next-server'], ['bin/postgres -D'], ['next-server', 'dist/realtime']]) {
    await sleep((SECONDS * 1000) / 4)
    for (const name of names) kill(product, name)
    phase++
  }
  await Promise.all(clients)
  const found = await differences()
  const [votes, plays] = [await db().upvote.count(), await db().streamPlay.count()]
  for (const [name, count] of Object.entries({ ...counts, votes, plays })) report('soak', name, count, 'count')
  for (const [i, name] of PHASES.entries()) report('soak', `answered, ${name}`, answered[i] ?? 0, 'count')
  report('soak', 'numbers that differ from their raw rows', found.length, 'count')
  await closeBus()
  await closeDb()
  if (found.length > 0 || counts.done < SECONDS || answered.includes(0)) {
    console.error(found.slice(0, 20))
    process.exitCode = 1
  }
}

function kill({ pid }: Product, name: string) {
  const victim = descendantsOf(pid).find(({ command }) => command.includes(name))
  if (!victim) throw new Error(`No ${name} runs.`)
  process.kill(victim.pid, 'SIGKILL')
}

type Client = {
  crowd: Crowd
  room: Crowd['rooms'][number]
  guest: Crowd['rooms'][number]['guests'][number]
  until: number
}

/** One person, who does something, waits a little, and goes on whatever happened. */
async function act({ crowd, room, guest, until }: Client) {
  const cookie = await cookieOf({ guestId: guest.personId })
  const { code } = await db().room.findUniqueOrThrow({ where: { id: room.roomId }, select: { code: true } })
  // The first of each room may command.
  const isModerator = guest === room.guests[0]
  if (isModerator) await db().roomMember.update({ where: { id: guest.id }, data: { role: 'moderator' } })
  const headers = { cookie, origin: product.baseUrl, 'content-type': 'application/json' }
  const ask: Ask = async (method, path, body) => {
    const init = { method, headers, body: JSON.stringify(body) }
    const response = await untilAnswered(`${product.baseUrl}${path}`, init, until)
    if (!response) return null
    counts[response.ok ? 'done' : 'refused']++
    answered[phase] = (answered[phase] ?? 0) + 1
    return response.json().catch(() => null)
  }
  while (Date.now() < until) {
    await happen(ask, { code, isModerator, trackIds: crowd.trackIds })
    await sleep(randomInt(PAUSE_MS))
  }
}

/** Asks again until somebody answers. What was done but not answered is done twice then: the numbers must hold all the same. */
async function untilAnswered(url: string, init: RequestInit, until: number): Promise<Response | null> {
  for (let wait = FIRST_RETRY_MS; Date.now() < until; wait = Math.min(2 * wait, LAST_RETRY_MS)) {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => null)
    if (response && response.status < 500) return response
    counts.retried++
    await sleep(wait / 2 + randomInt(wait))
  }
  counts['given up']++
  return null
}

type Ask = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{
  queue?: { streamId: string }[]
  nowPlaying?: { track: { id: string } } | null
} | null>

async function happen(
  ask: Ask,
  { code, isModerator, trackIds }: { code: string; isModerator: boolean; trackIds: string[] },
) {
  const room = `/api/rooms/${code}`
  const dice = randomInt(100)
  if (isModerator && dice < 30) return ask('POST', `${room}/playback`, { action: dice < 20 ? 'play' : 'skip' })
  if (dice < 12) return ask('POST', `${room}/streams`, { trackId: anyOf(trackIds) })
  const snapshot = await ask('GET', room)
  if (!snapshot?.queue?.length) return
  const { streamId } = anyOf(snapshot.queue)
  if (dice < 60) return ask('PUT', `${room}/streams/${streamId}/upvote`)
  if (dice < 78) return ask('DELETE', `${room}/streams/${streamId}/upvote`)
  if (dice < 84) return ask('DELETE', `${room}/streams/${streamId}`)
  const trackId = snapshot.nowPlaying?.track.id
  if (!trackId) return
  return ask('POST', '/api/events', {
    events: [{ id: crypto.randomUUID(), trackId, event: 'play', at: new Date().toISOString() }],
  })
}
