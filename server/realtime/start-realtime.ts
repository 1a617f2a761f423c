import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { subscribe } from '@/lib/bus'
import { passLostVersions } from '@/lib/rooms/pass-lost-versions'
import { clockMessage } from './clock-ping'
import { guardFloods } from './flood'
import { repeat, touch } from './heartbeat'
import { answerHttp, NO_ADDRESS } from './http'
import { answerMessages } from './messages'
import { isOwnOrigin } from './origin'
import { joinMessage, leaveMessage, soundMessage } from './room-join'
import { chatMessage, playbackMessage, reactionMessage, skipVoteMessage } from './room-messages'
import { type RoomParts, roomParts, takeFromBus } from './room-parts'
import { startServerClock } from './server-clock'
import { hangUpOnSignedOut } from './sign-outs'
import type { RealtimeServer } from './socket'
import { stepMessage } from './steps'
import { tellRoomOf } from './tell-room'
import { startVersionCheck } from './version-check'

const HEARTBEAT_MS = 10_000

/** One realtime process: port 0 takes a free one. Several may run on one database. */
export async function startRealtime({ port, host = '127.0.0.1' }: { port: number; host?: string }) {
  const clock = await startServerClock()
  // Before anybody is told of a version.
  await passLostVersions()
  const http = createServer(answerHttp(() => ({ isWell: clock.isFresh(), sockets: io.engine.clientsCount })))
  const io: RealtimeServer = new Server(http, {
    path: '/socket.io',
    addTrailingSlash: false,
    transports: ['websocket', 'polling'],
    serveClient: false,
    allowRequest: (request, answer) => answer(null, isOwnOrigin(request)),
    maxHttpBufferSize: 100_000,
    perMessageDeflate: false,
    connectTimeout: 10_000,
    pingInterval: 10_000,
    pingTimeout: 10_000,
  })
  const tellRoom = tellRoomOf(io)
  const parts = roomParts(tellRoom, clock.now)
  const { listeners, attendances, timers } = parts
  const versions = startVersionCheck(parts)
  const unsubscribe = await subscribe(takeFromBus(tellRoom, parts), () => {
    void versions.check()
    io.emit('chat:outdated')
  })
  const stopHeartbeat = repeat(HEARTBEAT_MS, () => {
    attendances.refresh()
    touch(new Map(listeners.roomIds().flatMap((roomId) => [...listeners.membersIn(roomId)])))
    hangUpOnSignedOut(io)
  })

  io.engine.on('headers', (headers: Record<string, string>) => Object.assign(headers, Object.fromEntries([NO_ADDRESS])))
  guardFloods(io)
  greet(io, parts, clock.now)
  // Longer than any proxy keeps an idle connection: otherwise it may send a request into one that is being closed.
  http.keepAliveTimeout = 75_000
  http.listen(port, host)
  await once(http, 'listening')
  const stop = async () => {
    versions.stop()
    stopHeartbeat()
    timers.stop()
    parts.recounts.stop()
    await io.close()
    await unsubscribe()
    await clock.stop()
  }
  const gauges = () => ({ sockets: io.engine.clientsCount, rooms: listeners.roomIds().length })
  return { port: (http.address() as AddressInfo).port, gauges, stop }
}

/** Everything that a browser may say. */
function greet(io: RealtimeServer, parts: RoomParts, now: () => number) {
  const messages = new Map([
    ['clock:ping', clockMessage(now)],
    ['room:join', joinMessage(parts)],
    ['room:leave', leaveMessage(parts)],
    ['sound:set', soundMessage(parts)],
    ['playback:command', playbackMessage(parts)],
    ['skip:vote', skipVoteMessage(parts)],
    ['sync:report', stepMessage(parts.listeners)],
    ['reaction:send', reactionMessage()],
    ['chat:send', chatMessage()],
  ])
  io.on('connection', (socket) => {
    answerMessages(socket, messages, now)
    socket.on('disconnect', () => parts.listeners.leave(socket))
  })
}
