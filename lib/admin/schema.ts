import { z } from 'zod'
import type { TrackSummary } from '@/lib/catalog/track'
import type { UploadView } from '@/lib/media/schema'
import { uuid } from '@/lib/uuid'

export const PAGE_SIZE = 50

const q = z.string().trim().max(100).default('')
/** `nextCursor` of the page before. */
const cursor = z.string().max(100).optional()

export const songStatus = z.enum(['uploaded', 'processing', 'ready', 'failed', 'blocked'])
export const uploadStatus = z.enum(['pending', 'stored', 'processing', 'done', 'failed'])
export const userRole = z.enum(['user', 'moderator', 'admin'])

export const AUDIT_ACTIONS = [
  'song:block',
  'song:unblock',
  'song:explicit',
  'song:not-explicit',
  'review:remove',
  'person:role',
  'room:close',
  'upload:retry',
  'job:retry',
  'cache:flush',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

export const songsInput = z.object({ q, cursor, status: songStatus.optional() })
export const uploadsInput = z.object({ q, cursor, status: uploadStatus.optional() })
export const peopleInput = z.object({ q, cursor, role: userRole.optional() })
export const roomsInput = z.object({ q, cursor })
export const auditInput = z.object({ q, cursor, action: z.enum(AUDIT_ACTIONS).optional() })
export type SongsInput = z.infer<typeof songsInput>
export type UploadsInput = z.infer<typeof uploadsInput>
export type PeopleInput = z.infer<typeof peopleInput>
export type RoomsInput = z.infer<typeof roomsInput>
export type AuditInput = z.infer<typeof auditInput>

const reason = z.string().trim().min(3, 'Say why, in a few words.').max(200, 'At most 200 characters.')
export const blockSongInput = z.object({ reason })
export const closeRoomInput = z.object({ reason })
export const idInput = uuid('That is no id.')
/** Of a job: a whole number of PostgreSQL's bigint. */
export const jobIdInput = z.string().regex(/^\d{1,18}$/, 'That is no number of a job.')
export const changeUserRoleInput = z.object({ role: userRole })

export type Page<T> = { items: T[]; nextCursor: string | null }

export type SongRow = {
  songId: string
  /** Null until it has been ready for the first time. */
  track: TrackSummary | null
  title: string
  artist: string
  status: z.infer<typeof songStatus>
  isExplicit: boolean
  failure: string | null
  uploader: string | null
  createdAt: string
}

export type LogLine = { at: string; text: string }
export type UploadRow = UploadView & { uploader: string | null; size: number; title: string | null; log: LogLine[] }

export type JobRow = {
  id: string
  task: string
  state: 'waiting' | 'running' | 'failed'
  attempts: number
  maxAttempts: number
  lastError: string | null
  runAt: string
}

export type PersonRow = {
  userId: string
  username: string
  displayName: string
  email: string
  role: z.infer<typeof userRole>
  rooms: number
  songs: number
  createdAt: string
}

export type RoomRow = {
  code: string
  name: string
  hostName: string
  isPublic: boolean
  isPlaying: boolean
  listening: number
  members: number
  nowPlaying: TrackSummary | null
  createdAt: string
}

export type AuditRow = {
  id: string
  at: string
  /** As they were called then; `actorId` is null when the account is gone. */
  actorName: string
  actorId: string | null
  action: AuditAction
  targetId: string
  targetName: string
  details: Record<string, string>
}
