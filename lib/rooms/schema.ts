import { z } from 'zod'
import type { TrackSummary } from '@/lib/catalog/track'
import type { Playback } from '@/lib/playback/state'
import type { QueueItem } from '@/lib/queue/schema'
import { shownName } from '@/lib/shown-name'

export type MemberRole = 'host' | 'moderator' | 'listener'

export const settingsView = z.object({
  /** Who may add songs. */
  whoAdds: z.enum(['everyone', 'moderators']),
  /** What decides which song is next: votes, fair turns of those who added, the order that moderators make. */
  queueMode: z.enum(['votes', 'fair', 'manual']),
  /** Songs of one listener that may wait at a time. */
  maxWaiting: z.int().min(1).max(100).nullable(),
  /** The longest song that listeners may add. */
  maxMinutes: z.int().min(1).max(600).nullable(),
  /** Listeners don't add a song that was among the last so many. */
  noRepeat: z.int().min(0).max(200),
  /** Whether songs with explicit words are added, by anybody, or come back by themselves. */
  allowsExplicit: z.boolean(),
  /** The share of those who are here that skips a song by voting. */
  skipPercent: z.int().min(1).max(100).nullable(),
  /** What plays when the queue has run out. */
  whenEmpty: z.enum(['nothing', 'trending']),
  /** Minutes of the host's absence after which a moderator may take over. */
  takeOverAfter: z.int().min(1).max(1440).nullable(),
})
export type RoomSettings = z.infer<typeof settingsView>
export type QueueMode = RoomSettings['queueMode']

const DEFAULTS: RoomSettings = {
  whoAdds: 'everyone',
  queueMode: 'votes',
  maxWaiting: null,
  maxMinutes: null,
  noRepeat: 0,
  allowsExplicit: true,
  skipPercent: 50,
  whenEmpty: 'nothing',
  takeOverAfter: null,
}

// Defaults only here: in the input of a change they would set back what it does not name.
const settingsInput = settingsView.partial()

/** Settings as they are stored, which may be fewer. */
export const roomSettings = settingsInput.transform((stored): RoomSettings => ({ ...DEFAULTS, ...stored }))

export type RoomView = {
  id: string
  code: string
  name: string
  /** Null once the host’s account is gone; only a closed room has none. */
  hostId: string | null
  isPublic: boolean
  isLocked: boolean
  settings: RoomSettings
  createdAt: string
}

export type MemberView = {
  memberId: string
  displayName: string
  /** A path on the own origin; null for guests and for who has none. */
  avatarUrl: string | null
  role: MemberRole
  isGuest: boolean
  /** Opened the room: it stays theirs, whoever hosts it while they are away. */
  isOwner: boolean
  /** A television or projector: nobody's name. */
  isScreen: boolean
  joinedAt: string
}

/** Everything a browser needs to draw the room, as one member sees it. */
export type RoomSnapshot = {
  version: number
  room: RoomView
  me: { memberId: string; displayName: string; role: MemberRole; isGuest: boolean }
  playback: Playback
  nowPlaying: QueueItem | null
  queue: QueueItem[]
  /** memberIds of those who want to skip what is on. */
  skipVotes: string[]
  members: MemberView[]
  /** memberIds of those with a connected browser that plays the room. */
  listening: string[]
  /** memberIds of those who are connected and take part without sound. */
  silent: string[]
}

export type BannedPerson = { memberId: string; displayName: string; isGuest: boolean; bannedAt: string }

/** What the join page and the link card need, for anyone with the code. */
export type RoomPreview = {
  code: string
  name: string
  hostName: string
  /** How many people have a connected browser. */
  listening: number
  locked: boolean
  nowPlaying: Pick<TrackSummary, 'title' | 'artist' | 'coverUrl' | 'colour'> | null
}

/** One of my rooms, as the home page lists them. */
export type RoomCard = RoomView & {
  role: MemberRole
  joinedAt: string
  isPlaying: boolean
  members: number
  nowPlaying: TrackSummary | null
}

const name = shownName(60, 'Give the room a name.')
export const createRoomInput = z.object({
  name,
  isPublic: z.boolean().default(false),
  settings: settingsInput.optional(),
})
export type CreateRoomInput = z.infer<typeof createRoomInput>

export const updateRoomInput = z
  .object({ name, isPublic: z.boolean(), isLocked: z.boolean(), settings: settingsInput })
  .partial()
export type UpdateRoomInput = z.infer<typeof updateRoomInput>

export const joinRoomInput = z.object({
  displayName: shownName(40, 'Type a name.').optional(),
  /** A television or projector that shows the room: it needs no name, and counts as nobody. */
  isScreen: z.boolean().default(false),
})

/** There is always one host: who that is changes by a take-over only. */
export const changeRoleInput = z.strictObject({ role: z.enum(['moderator', 'listener']) })
