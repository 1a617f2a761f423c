import { z } from 'zod'
import {
  AUDIT_ACTIONS,
  type AuditRow,
  type JobRow,
  type PersonRow,
  type RoomRow,
  type SongRow,
  songStatus,
  type UploadRow,
  userRole,
} from '@/lib/admin/schema'
import type { CacheOverview } from '@/lib/metrics/overview'
import { listOf, trackSummary, uploadFields } from './views'

// What the calls for those who run the installation answer, exactly.

const id = z.uuid()
const time = z.iso.datetime()

const song: z.ZodType<SongRow> = z.strictObject({
  songId: id,
  track: trackSummary.nullable(),
  title: z.string(),
  artist: z.string(),
  status: songStatus,
  failure: z.string().nullable(),
  isExplicit: z.boolean(),
  uploader: z.string().nullable(),
  createdAt: time,
})

const upload: z.ZodType<UploadRow> = z.strictObject({
  ...uploadFields,
  uploader: z.string().nullable(),
  size: z.number(),
  title: z.string().nullable(),
  log: z.array(z.strictObject({ at: z.string(), text: z.string() })),
})

const job: z.ZodType<JobRow> = z.strictObject({
  id: z.string(),
  task: z.string(),
  state: z.enum(['waiting', 'running', 'failed']),
  attempts: z.int(),
  maxAttempts: z.int(),
  lastError: z.string().nullable(),
  runAt: time,
})

const person: z.ZodType<PersonRow> = z.strictObject({
  userId: id,
  username: z.string(),
  displayName: z.string(),
  email: z.email(),
  role: userRole,
  rooms: z.int(),
  songs: z.int(),
  createdAt: time,
})

const room: z.ZodType<RoomRow> = z.strictObject({
  code: z.string().length(6),
  name: z.string(),
  hostName: z.string(),
  isPublic: z.boolean(),
  isPlaying: z.boolean(),
  listening: z.int(),
  members: z.int(),
  nowPlaying: trackSummary.nullable(),
  createdAt: time,
})

const auditEntry: z.ZodType<AuditRow> = z.strictObject({
  id,
  at: time,
  actorName: z.string(),
  actorId: id.nullable(),
  action: z.enum(AUDIT_ACTIONS),
  targetId: z.string(),
  targetName: z.string(),
  details: z.record(z.string(), z.string()),
})

const count = z.number()
const ratio = z.number().min(0).max(1).nullable()
const caches: z.ZodType<CacheOverview> = z.strictObject({
  store: z.enum(['redis', 'memory']),
  isAway: z.boolean(),
  redisBytes: z.number().nullable(),
  processes: z.array(z.strictObject({ name: z.string(), count: z.int() })),
  ratio,
  kinds: z.array(
    z.strictObject({
      kind: z.string(),
      pattern: z.string(),
      ttlMs: z.number(),
      lastHour: z.strictObject({
        hits: count,
        negativeHits: count,
        misses: count,
        loads: count,
        loadFailures: count,
        refreshes: count,
        invalidations: count,
        errors: count,
        loadMs: count,
      }),
      ratio,
      meanLoadMs: z.number().nullable(),
      slowestLoadMs: z.number(),
      entries: z.number(),
      bytes: z.number(),
      trend: z.array(ratio),
    }),
  ),
  history: z.array(z.strictObject({ at: time, hits: count, misses: count, errors: count })),
})

export const adminViews = {
  AdminSongs: listOf(song),
  AdminUploads: listOf(upload),
  AdminJobs: listOf(job),
  AdminPeople: listOf(person),
  AdminRooms: listOf(room),
  AuditLog: listOf(auditEntry),
  Caches: caches,
}
