import { z } from 'zod'
import type { TrackSummary } from '@/lib/catalog/track'
import type { Playback } from '@/lib/playback/state'
import type { QueueItem } from '@/lib/queue/schema'

export type MemberRole = 'host' | 'moderator' | 'listener'

export const roomSettings = z.object({
  /** Who may add songs. */
  whoAdds: z.enum(['everyone', 'moderators']).default('everyone'),
})
export type RoomSettings = z.infer<typeof roomSettings>

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
  role: MemberRole
  isGuest: boolean
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
  members: MemberView[]
  /** memberIds of those with a connected browser that plays the room. */
  listening: string[]
  /** memberIds of those who are connected and take part without sound. */
  silent: string[]
}

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

const name = z.string().trim().min(1, 'Give the room a name.').max(60, 'At most 60 characters.')
export const createRoomInput = z.object({
  name,
  isPublic: z.boolean().default(false),
  settings: roomSettings.partial().optional(),
})
export type CreateRoomInput = z.infer<typeof createRoomInput>

export const updateRoomInput = z
  .object({ name, isPublic: z.boolean(), isLocked: z.boolean(), settings: roomSettings.partial() })
  .partial()
export type UpdateRoomInput = z.infer<typeof updateRoomInput>

export const displayName = z.string().trim().min(1, 'Type a name.').max(40, 'At most 40 characters.')
export const joinRoomInput = z.object({
  displayName: displayName.optional(),
  /** A television or projector that shows the room: it needs no name, and counts as nobody. */
  isScreen: z.boolean().default(false),
})
export type JoinRoomInput = z.infer<typeof joinRoomInput>

/** A room has one host, for good. */
export const changeRoleInput = z.strictObject({ role: z.enum(['moderator', 'listener']) })
