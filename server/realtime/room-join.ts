import { z } from 'zod'
import { identityFromCookies, personIdOf, type Viewer } from '@/lib/auth/viewer'
import type { Presence, RoomEvent, RoomNews } from '@/lib/events'
import { takeToken } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { type Membership, memberOf, roomSnapshot, roomVersion } from '@/lib/rooms/queries'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import { returnAsHost } from '@/lib/rooms/take-over'
import { uuid } from '@/lib/uuid'
import type { Listeners } from './listeners'
import { type Call, message } from './messages'
import type { Attendances } from './presence'
import type { Relay } from './relay'
import { isStillSignedIn, SESSION_ENDED } from './sign-outs'
import type { Place, RealtimeSocket } from './socket'

type Parts = { listeners: Listeners; relay: Relay; attendances: Attendances }

const joinInput = z.object({
  code: z.string().max(20),
  isSilent: z.boolean().default(false),
  version: z.int().nonnegative().optional(),
  memberId: uuid().optional(),
})

/**
 * `room:join {code, isSilent?, version?, memberId?}` → the snapshot; from its version on, events follow. Who says which
 * version they have, and as whom, gets `{version, missed, listening, silent}` where these events are all that they lack:
 * a crowd that comes back need not read the room. Who is asking comes from the cookie.
 */
export const joinMessage = (parts: Parts) =>
  message(joinInput, async ({ socket, message: { code, isSilent, ...known }, afterwards }) => {
    const { viewer, device } = await identityFromCookies(socket.handshake.headers.cookie ?? null)
    if (device) socket.data.device = device
    if (!(await isStillSignedIn(socket))) return SESSION_ENDED
    const allowed = await mayTry(viewer)
    if (!allowed.ok) return allowed
    const member = await memberOf(code, viewer)
    if (!member.ok) return (await wasTried(socket)) ?? member
    const { roomId, memberId, isScreen, isOwner, role } = member.value
    if (isOwner && role !== 'host') await returnAsHost({ memberId })
    // Before the snapshot is read, so that no event falls between the two.
    const place = { roomId, memberId, isScreen, isSilent: isSilent || isScreen }
    parts.listeners.enter(socket, place)
    const answer = await orLeave(parts, socket, () => newsOrSnapshot(parts, { viewer, ...known }, member.value))
    if (!answer.ok) return answer
    if (socket.data.place?.memberId !== memberId) return whyPutOut(code, viewer)
    afterwards(() => follow(parts, socket, place, answer.value.version))
    return ok({ ...answer.value, ...parts.attendances.greeting(place) })
  })

/** `room:leave`: this browser stops listening; the person stays a member. */
export const leaveMessage = ({ listeners }: Pick<Parts, 'listeners'>) =>
  message(z.unknown(), ({ socket }: Call<unknown>) => {
    listeners.leave(socket)
    return ok({})
  })

/** `sound:set {isSilent}`: whether this browser plays the room. A screen's sound is nobody's ear. */
export const soundMessage = ({ listeners }: Pick<Parts, 'listeners'>) =>
  message(z.object({ isSilent: z.boolean() }), ({ socket, message: { isSilent } }) => {
    const { place } = socket.data
    if (!place) return refuse('not_member', 'Join a room first.')
    listeners.setSilent(socket, isSilent || place.isScreen)
    return ok({})
  })

/** Codes must not be found by trying. */
async function mayTry(viewer: Viewer): Promise<Result<void>> {
  const personId = personIdOf(viewer)
  return personId ? takeToken('joinByCode', personId) : ok(undefined)
}

/** People without an account get a new identity whenever they like: a wrong code counts for the address as well. */
async function wasTried({ handshake: { headers, address } }: RealtimeSocket): Promise<Result<never> | null> {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',')
  const taken = await takeToken('joinByCodeAddress', forwarded.at(-1)?.trim() || address)
  return taken.ok ? null : taken
}

async function newsOrSnapshot(
  { relay }: Parts,
  { viewer, version, memberId: asWhom }: Known & { viewer: Viewer },
  { roomId, memberId, version: standing }: Membership,
): Promise<Result<Omit<RoomNews, keyof Presence> | RoomSnapshot>> {
  if (version !== undefined && (asWhom ?? memberId) === memberId) {
    if (relay.relayedVersion(roomId) === null) relay.begin(roomId, await roomVersion(roomId))
    const reached = relay.relayedVersion(roomId)
    // Whoever was put out between being looked up and let in was so by a later version than that of the looking up.
    const missed = relay.since(roomId, version)
    if (reached !== null && reached <= standing && relay.remembersSince(roomId, version) && !isEnd(missed, memberId))
      return ok({ version: reached, missed })
  }
  const snapshot = await roomSnapshot({ roomId, viewer })
  if (snapshot.ok) relay.begin(roomId, snapshot.value.version)
  return snapshot
}

type Known = Pick<z.infer<typeof joinInput>, 'version' | 'memberId'>

/** Whether a browser that hears these has left the room, though its member may be back. */
const isEnd = (events: RoomEvent[], memberId: string) =>
  events.some((event) => event.type === 'room:closed' || (event.type === 'member:left' && event.memberId === memberId))

/** They left, or were put out, while they came in. */
async function whyPutOut(code: string, viewer: Viewer): Promise<Result<never>> {
  const member = await memberOf(code, viewer)
  return member.ok ? COME_AGAIN : member
}

const COME_AGAIN = refuse('too_soon', 'The room changed while you came in. Try again.')

/** Who could not be told where the room stands is not in it. */
async function orLeave<T>({ listeners }: Parts, socket: RealtimeSocket, read: () => Promise<Result<T>>) {
  try {
    const answer = await read()
    if (!answer.ok || !socket.connected) listeners.leave(socket)
    return answer
  } catch (error) {
    listeners.leave(socket)
    throw error
  }
}

/** In one go: what was relayed while the snapshot was read, then whatever comes. */
function follow({ relay }: Parts, socket: RealtimeSocket, { roomId, memberId }: Place, version: number) {
  // They may have been removed, or gone to another room, in the meantime.
  if (socket.data.place?.memberId !== memberId) return
  for (const event of relay.since(roomId, version)) socket.emit('room:event', event)
  socket.join(roomId)
}
