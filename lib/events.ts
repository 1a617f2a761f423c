import type { ChatMessage } from '@/lib/chat/schema'
import type { Playback } from '@/lib/playback/state'
import type { Steps } from '@/lib/playback/step'
import type { QueueItem, QueuePlace } from '@/lib/queue/schema'
import type { ReactionKind } from '@/lib/rooms/reactions'
import type { MemberView, RoomView } from '@/lib/rooms/schema'

/**
 * Whatever changed in a room. `version` is Room.version after the change: a browser applies the next one
 * and fetches the snapshot when it missed one. Items carry votedByMe false: only the viewer knows theirs. Without
 * `nowPlaying` the song that was on stays on.
 */
export type RoomEvent = { version: number } & (
  | { type: 'playback:changed'; playback: Playback; nowPlaying?: QueueItem | null }
  /** Somebody wants to skip it, or does no more. */
  | { type: 'skip:voted'; queueId: string; memberId: string; isWanted: boolean }
  | { type: 'queue:added'; item: QueueItem }
  | { type: 'queue:voted'; streamId: string; votes: number; memberId: string; isUpvoted: boolean }
  /** `places`: where other songs stand from now on, if any moved. */
  | { type: 'queue:removed'; streamId: string; memberId: string; places?: QueuePlace[] }
  /** Undone: the same stream with its votes. `memberId` did it. */
  | { type: 'queue:restored'; item: QueueItem; memberId: string; places?: QueuePlace[] }
  | { type: 'queue:reordered'; streamIds: string[]; places: QueuePlace[] }
  | { type: 'member:joined'; member: MemberView }
  | { type: 'member:left'; memberId: string; reason: 'left' | 'kicked' | 'banned' }
  | { type: 'member:changed'; member: MemberView }
  | { type: 'room:changed'; room: RoomView; places?: QueuePlace[] }
  /** The reason is that of whoever runs the installation; the host gives none. */
  | { type: 'room:closed'; reason?: string }
  /** An event was too large for the bus or got lost: fetch the snapshot. */
  | { type: 'room:outdated' }
)

export type PlaybackChanged = Extract<RoomEvent, { type: 'playback:changed' }>

/** What travels on the bus between processes. */
export type BusMessage =
  | { roomId: string; event: RoomEvent }
  | { roomId: string; presence: PresenceNews }
  | { roomId: string; steps: Steps }
  | { roomId: string; reaction: Reaction }
  | { roomId: string; chat: ChatMessage }
  | { roomId: string; chatRemoved: ChatRemoved }
  | { cache: CacheNews }

/** Who is connected, as memberIds: those who play the room, and those who take part without sound. No version. */
export type Presence = { listening: string[]; silent: string[] }

/** For a browser that comes back and lacks nothing else: what happened since, up to `version`, and who is here. */
export type RoomNews = Presence & { version: number; missed: RoomEvent[] }

/** What one realtime process tells the others about its sockets in a room. Saying it twice changes nothing. */
export type PresenceNews = {
  process: string
  here: string[]
  silent: string[]
  gone: string[]
  /** It has just met the room: whoever knows more should say so. */
  isAsking: boolean
}

/** Messages have no version: a browser that may have missed some reads them anew. */
export type ChatRemoved = { messageId: string }

/** For the moment only: no version, nobody keeps it. */
export type Reaction = {
  memberId: string
  kind: ReactionKind
  /** On the shared clock: each browser finds the place in the song that it belongs to. */
  at: number
}

/** What every process without Redis must drop from its own cache. The sender has done so. */
export type CacheNews = { from: string; keys?: string[]; pattern?: string }
