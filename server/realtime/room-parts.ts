import type { BusMessage, RoomEvent } from '@/lib/events'
import { noteSound } from './heartbeat'
import { Listeners } from './listeners'
import { Attendances } from './presence'
import { Relay } from './relay'
import { SkipRecounts } from './skip-recounts'
import type { TellRoom } from './tell-room'
import { Timers } from './timers'

export type RoomParts = ReturnType<typeof roomParts>

/** What is kept of each room that has sockets here. All of it may be lost: the truth is in the database. */
export function roomParts(tellRoom: TellRoom, now: () => number) {
  const timers = new Timers(now)
  const onRelayed = (roomId: string, event: RoomEvent) => {
    if (event.type === 'playback:changed') timers.follow(roomId, event)
    // What was lost may have been the end of a song.
    if (event.type === 'room:outdated') timers.load([roomId])
    if (event.type === 'member:left') listeners.remove(roomId, event.memberId)
    if (event.type === 'room:closed') listeners.remove(roomId)
    // It may take fewer votes to skip from now on.
    if (event.type === 'room:changed') recounts.later(roomId)
  }
  const relay = new Relay(tellRoom, onRelayed)
  const listeners: Listeners = new Listeners({
    opened: (roomId) => {
      relay.open(roomId)
      attendances.open(roomId)
      timers.load([roomId])
    },
    closed: (roomId) => {
      relay.close(roomId)
      attendances.close(roomId)
      timers.clear(roomId)
    },
    changed: (roomId) => attendances.changed(roomId),
  })
  const attendances = new Attendances(tellRoom, listeners, noteSound, (roomId) => recounts.later(roomId))
  const recounts = new SkipRecounts((roomId) => attendances.here(roomId))
  return { timers, relay, listeners, attendances, recounts }
}

/** What any process publishes, for the sockets of this one. */
export function takeFromBus(tellRoom: TellRoom, { relay, attendances }: RoomParts) {
  return (message: BusMessage) => {
    if ('event' in message) relay.take(message.roomId, message.event)
    else if ('presence' in message) attendances.take(message.roomId, message.presence)
    else if ('steps' in message) tellRoom(message.roomId, 'steps', message.steps)
    else if ('reaction' in message) tellRoom(message.roomId, 'reaction', message.reaction)
    else if ('chat' in message) tellRoom(message.roomId, 'chat:message', message.chat)
    else if ('chatRemoved' in message) tellRoom(message.roomId, 'chat:removed', message.chatRemoved)
  }
}
