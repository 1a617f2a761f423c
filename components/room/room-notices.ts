import type { RoomEvent } from '@/lib/events'
import type { Text } from '@/lib/language/text'
import { msg } from '@/lib/language/text'
import type { Notices } from '@/lib/preferences/schema'
import type { QueueMode, RoomSnapshot } from '@/lib/rooms/schema'

export type Notice =
  | { kind: 'added' | 'removed' | 'left' | 'role' | 'lock' | 'room'; text: string }
  | { kind: 'joined'; who: string; text: string }

const MODE_NOTICES: Record<QueueMode, string> = {
  votes: msg('The most votes come first now'),
  fair: msg('Everyone who added has a song in turn now'),
  manual: msg('The host and the moderators make the order now'),
}

/** What concerns oneself is always said; of the rest, what one has chosen. */
export function isWanted({ kind }: Pick<Notice, 'kind'>, { songs, people }: Notices): boolean {
  if (kind === 'added' || kind === 'removed') return songs
  return kind === 'joined' || kind === 'left' ? people : true
}

/** What others did, as a line for a toast; null for my own doing and for what the screen shows anyway. */
export function noticeOf(t: Text, event: RoomEvent, room: RoomSnapshot): Notice | null {
  const me = room.me.memberId
  const nameOf = (memberId: string) =>
    room.members.find((one) => one.memberId === memberId)?.displayName ?? t('Somebody')
  switch (event.type) {
    case 'queue:added':
      if (event.item.addedBy.memberId === me) return null
      return {
        kind: 'added',
        text: t('{name} added {title}', { name: event.item.addedBy.displayName, title: event.item.track.title }),
      }
    case 'queue:removed': {
      const song = room.queue.find((item) => item.streamId === event.streamId)
      if (!song || event.memberId === me) return null
      return {
        kind: 'removed',
        text: t('{name} took {title} out of the queue', { name: nameOf(event.memberId), title: song.track.title }),
      }
    }
    case 'queue:restored':
      if (event.memberId === me) return null
      return {
        kind: 'added',
        text: t('{name} put {title} back', { name: nameOf(event.memberId), title: event.item.track.title }),
      }
    case 'member:joined':
      if (event.member.memberId === me || event.member.isScreen) return null
      return {
        kind: 'joined',
        who: event.member.displayName,
        text: t('{name} joined', { name: event.member.displayName }),
      }
    case 'member:left':
      if (event.memberId === me || event.reason === 'left' || room.me.role !== 'listener') return null
      return { kind: 'left', text: t('{name} was taken out of the room', { name: nameOf(event.memberId) }) }
    case 'member:changed':
      return noticeOfRole(t, event.member, room)
    case 'room:changed':
      return noticeOfRoom(t, event.room, room)
    default:
      return null
  }
}

function noticeOfRole(t: Text, member: RoomSnapshot['members'][number], room: RoomSnapshot): Notice | null {
  const before = room.members.find((one) => one.memberId === member.memberId)
  if (!before || before.role === member.role) return null
  if (member.memberId !== room.me.memberId)
    return member.role === 'host'
      ? { kind: 'role', text: t('{name} hosts the room now', { name: member.displayName }) }
      : null
  if (member.role === 'moderator')
    return { kind: 'role', text: t('You are a moderator now: you can play, skip and tidy up') }
  if (member.role === 'host') return { kind: 'role', text: t('You are the host now') }
  return { kind: 'role', text: t('You are a listener now') }
}

function noticeOfRoom(t: Text, after: RoomSnapshot['room'], { room, me }: RoomSnapshot): Notice | null {
  if (me.role === 'host') return null // the host did it
  if (after.isLocked !== room.isLocked)
    return {
      kind: 'lock',
      text: after.isLocked ? t('The room is locked for new people') : t('The room is open for new people'),
    }
  const { queueMode } = after.settings
  if (queueMode !== room.settings.queueMode) return { kind: 'room', text: t(MODE_NOTICES[queueMode]) }
  if (after.name !== room.name) return { kind: 'room', text: t('The room is called {name} now', { name: after.name }) }
  return null
}
