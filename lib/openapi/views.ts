import { z } from 'zod'
import type { DeviceView } from '@/lib/auth/queries'
import type { TrackDetails, TrackSummary } from '@/lib/catalog/track'
import { health } from '@/lib/health'
import type { UploadView } from '@/lib/media/schema'
import { REFUSALS, type RefusalCode } from '@/lib/result'

// What the calls about people and songs answer, exactly: `z.ZodType<View>` keeps each in line with the code's own type.

const id = z.uuid()
const time = z.iso.datetime()
const path = z.string().meta({ description: 'A path on this origin' })

export const colour = z.strictObject({ h: z.number(), c: z.number(), h2: z.number() })
const summary = {
  id,
  title: z.string(),
  artist: z.string(),
  album: z.string().nullable(),
  durationMs: z.int(),
  coverUrl: path,
  colour,
  isExplicit: z.boolean(),
  audio: z.strictObject({ high: path, low: path, preview: path, site: z.literal('youtube').nullable() }).nullable(),
}

export const trackSummary: z.ZodType<TrackSummary> = z.strictObject(summary)

export const trackDetails: z.ZodType<TrackDetails> = z.strictObject({
  ...summary,
  genre: z.string().nullable(),
  bpm: z.number().nullable(),
  peaks: z.array(z.number().min(0).max(100)),
  createdAt: time,
})

export const uploadFields = {
  id: z.string(),
  fileName: z.string(),
  status: z.enum(['pending', 'stored', 'processing', 'done', 'failed']),
  progress: z.number().min(0).max(100),
  failure: z.string().nullable(),
  songId: id.nullable(),
  trackId: id.nullable(),
  createdAt: time,
}
export const uploadView: z.ZodType<UploadView> = z.strictObject(uploadFields)

export const deviceView: z.ZodType<DeviceView> = z.strictObject({
  deviceId: id,
  browser: z.string().nullable(),
  system: z.string().nullable(),
  lastUsedAt: time,
  createdAt: time,
  isThis: z.boolean(),
})

const account = {
  id,
  email: z.email(),
  username: z.string(),
  displayName: z.string(),
  role: z.enum(['user', 'moderator', 'admin']),
}
export const newUser = z.strictObject(account)
export const profile = z.strictObject({ ...account, avatarUrl: z.string().nullable(), createdAt: time })

const codes = Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]
export const errorAnswer = z.strictObject({
  error: z.strictObject({
    code: z.enum(codes),
    message: z.string().meta({ description: 'A sentence for people: what happened, then the next step' }),
    fields: z.record(z.string(), z.string()).optional(),
    requestId: z.string().optional(),
  }),
})

/** A list, in pages where it may be long. */
export const listOf = <T>(item: z.ZodType<T>) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() })

export const peopleViews = {
  Error: errorAnswer,
  Health: health,
  TrackSummary: trackSummary,
  TrackDetails: trackDetails,
  TrackList: listOf(trackSummary),
  Upload: uploadView,
  UploadList: listOf(uploadView),
  DeviceList: listOf(deviceView),
  DevicesEnded: z.strictObject({ ended: z.int() }),
  NewUser: newUser,
  Profile: profile,
  UsernameAvailable: z.strictObject({ available: z.boolean() }),
}
