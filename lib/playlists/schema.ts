import { z } from 'zod'
import type { CoverColour, TrackSummary } from '@/lib/catalog/track'
import { shownName } from '@/lib/shown-name'
import { uuid } from '@/lib/uuid'
import { tidyLines } from '@/lib/visible'

/** A list can grow this long; one request adds at most `MOST_AT_ONCE`. */
export const MOST_TRACKS = 100_000
export const MOST_AT_ONCE = 500
export const MOST_PLAYLISTS = 500

/** A playlist as lists of playlists show it. */
export type PlaylistCard = {
  id: string
  name: string
  description: string | null
  isPublic: boolean
  coverUrl: string
  colour: CoverColour
  trackCount: number
  /** ISO. */
  updatedAt: string
}

/** A playlist as its own page shows it. */
export type PlaylistView = PlaylistCard & {
  ownerName: string
  isMine: boolean
  /** Whether the owner has uploaded the cover; else it is drawn from the id. */
  hasOwnCover: boolean
  durationMs: number
}

/** A song in its place in a playlist. The same song may stand in it twice, under two entries. */
export type PlaylistEntry = {
  entryId: string
  track: TrackSummary
  /** ISO. */
  addedAt: string
}

export type EntryPage = { items: PlaylistEntry[]; nextCursor: string | null }

/** What an add answers: the entries that came in, and how many songs were there already. */
export type TracksAdded = { items: PlaylistEntry[]; alreadyThere: number }

const name = shownName(100, 'Give the playlist a name.')
// No control characters, save line breaks.
const description = z
  .string()
  .trim()
  .max(500, 'At most 500 characters.')
  .regex(/^(\P{Cc}|[\n\r\t])*$/u, 'This text has characters that cannot be shown.')
  .transform((text) => tidyLines(text) || null)

const trackIds = z.array(uuid()).max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} songs at once.`)

export const createPlaylistInput = z.strictObject({
  name,
  description: description.nullable().optional(),
  isPublic: z.boolean().default(false),
  trackIds: trackIds.default([]),
})
export type CreatePlaylistInput = z.input<typeof createPlaylistInput>

export const updatePlaylistInput = z
  .strictObject({ name, description: description.nullable(), isPublic: z.boolean() })
  .partial()
export type UpdatePlaylistInput = z.infer<typeof updatePlaylistInput>

export const addTracksInput = z.strictObject({
  trackIds: trackIds.min(1, 'Choose a song.'),
  /** The entry that they come after; null: first of all; nothing: last. */
  afterId: uuid().nullable().optional(),
  /** Else a song that is in the playlist is passed over. */
  allowTwice: z.boolean().default(false),
})
export type AddTracksInput = z.input<typeof addTracksInput>

/** Moves an entry behind another one; null: to the top; nothing: to the end. */
export const moveEntryInput = z.strictObject({ afterId: uuid().nullable().optional() })

const NO_SUCH_PAGE = 'That page does not exist. Start at the first.'

export const entriesInput = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** `nextCursor` of the page before. */
  cursor: z
    .string()
    .regex(/^-?\d{1,10}$/, NO_SUCH_PAGE)
    // Positions are PostgreSQL's integers.
    .refine((position) => Math.abs(Number(position)) < 2 ** 31, NO_SUCH_PAGE)
    .optional(),
})
export type EntriesInput = z.infer<typeof entriesInput>

/** Which of my playlists have the song. */
export const containingInput = z.object({ containing: uuid().optional() })

export const exportInput = z.object({ format: z.enum(['m3u8', 'jspf', 'csv']) })

export const playPlaylistInput = z.strictObject({ playlistId: uuid(), isShuffled: z.boolean().default(false) })
