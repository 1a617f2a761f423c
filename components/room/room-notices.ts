import type { RoomEvent } from '@/lib/events'
import type { Notices } from '@/lib/preferences/schema'
import type { QueueMode, RoomSnapshot } from '@/lib/rooms/schema'

export type Notice = { kind: 'added' | 'removed' | 'joined' | 'left' | 'role' | 'lock' | 'room'; text: string }

const MODE_NOTICES: Record<QueueMode, string> = {
  votes: 'The most votes come first now',
  fair: 'Everyone who added has a song in turn now',
  manual: 'The host and the moderators make the order now',
}

/** What concerns oneself is always said; of the rest, what one has chosen. */
export function isWanted({ kind }: Notice, { songs, people }: Notices): boolean {
  if (kind === 'added' || kind === 'removed') return songs
  return kind === 'joined' || kind === 'left' ? people : true
}

/** What others did, as a line for a toast; null for my own doing and for what the screen shows anyway. */
export function noticeOf(event: RoomEvent, room: RoomSnapshot): Notice | null {
  const me = room.me.memberId
  const nameOf = (memberId: string) => room.members.find((one) => one.memberId === memberId)?.displayName ?? 'Somebody'
  switch (event.type) {
    case 'queue:added':
      if (event.item.addedBy.memberId === me) return null
      return { kind: 'added', text: `${event.item.addedBy.displayName} added ${event.item.track.title}` }
    case 'queue:removed': {
      const song = room.queue.find((item) => item.streamId === event.streamId)
      if (!song || event.memberId === me) return null
      return { kind: 'removed', text: `${nameOf(event.memberId)} took ${song.track.title} out of the queue` }
    }
    case 'queue:restored':
      if (event.memberId === me) return null
      return { kind: 'added', text: `${nameOf(event.memberId)} put ${event.item.track.title} back` }
    case 'member:joined':
      if (event.member.memberId === me || event.member.isScreen) return null
      return { kind: 'joined', text: `${event.member.displayName} joined` }
    case 'member:left':
      if (event.memberId === me || event.reason === 'left' || room.me.role !== 'listener') return null
      return { kind: 'left', text: `${nameOf(event.memberId)} was taken out of the room` }
    case 'member:changed':
      return noticeOfRole(event.member, room)
    case 'room:changed':
      return noticeOfRoom(event.room, room)
    default:
      return null
  }
}

function noticeOfRole(member: RoomSnapshot['members'][number], room: RoomSnapshot): Notice | null {
  const before = room.members.find((one) => one.memberId === member.memberId)
  if (!before || before.role === member.role) return null
  if (member.memberId !== room.me.memberId)
    return member.role === 'host' ? { kind: 'role', text: `${member.displayName} hosts the room now` } : null
  if (member.role === 'moderator')
    return { kind: 'role', text: 'You are a moderator now: you can play, skip and tidy up' }
  if (member.role === 'host') return { kind: 'role', text: 'You are the host now' }
  return { kind: 'role', text: 'You are a listener now' }
}

function noticeOfRoom(after: RoomSnapshot['room'], { room, me }: RoomSnapshot): Notice | null {
  if (me.role === 'host') return null // the host did it
  if (after.isLocked !== room.isLocked)
    return {
      kind: 'lock',
      text: after.isLocked ? 'The room is locked for new people' : 'The room is open for new people',
    }
  const { queueMode } = after.settings
  if (queueMode !== room.settings.queueMode) return { kind: 'room', text: MODE_NOTICES[queueMode] }
  if (after.name !== room.name) return { kind: 'room', text: `The room is called ${after.name} now` }
  return null
}
