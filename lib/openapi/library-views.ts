import { z } from 'zod'
import type { LikedTrack } from '@/lib/likes/schema'
import type { ImportEvent } from '@/lib/playlists/import-schema'
import type { PlaylistCard, PlaylistEntry, PlaylistView, TracksAdded } from '@/lib/playlists/schema'
import { language, notices, type Preferences } from '@/lib/preferences/schema'
import type { StreamsAdded } from '@/lib/queue/add-many'
import { colour, listOf, trackSummary } from './views'

// What the calls about playlists and liked songs answer, exactly.

const id = z.uuid()
const time = z.iso.datetime()

const card = {
  id,
  name: z.string(),
  description: z.string().nullable(),
  isPublic: z.boolean(),
  coverUrl: z.string(),
  colour,
  trackCount: z.int(),
  updatedAt: time,
}
const playlistCard: z.ZodType<PlaylistCard> = z.strictObject(card)
const playlistView: z.ZodType<PlaylistView> = z.strictObject({
  ...card,
  ownerName: z.string(),
  isMine: z.boolean(),
  hasOwnCover: z.boolean(),
  durationMs: z.number(),
})
const entry: z.ZodType<PlaylistEntry> = z.strictObject({ entryId: id, track: trackSummary, addedAt: time })
const tracksAdded: z.ZodType<TracksAdded> = z.strictObject({ items: z.array(entry), alreadyThere: z.int() })
const likedTrack: z.ZodType<LikedTrack> = z.strictObject({ track: trackSummary, likedAt: time })

const streamsAdded: z.ZodType<StreamsAdded> = z.strictObject({
  added: z.int(),
  passedOver: z.int(),
  stoppedBy: z.string().nullable(),
})

const preferences: z.ZodType<Preferences> = z.strictObject({
  favoriteArtists: z.array(z.string()),
  favoriteGenres: z.array(z.string()),
  hidesExplicit: z.boolean(),
  language,
  notices,
})

const counts = { lines: z.int(), added: z.int(), bad: z.int() }
const target = z.strictObject({ id, name: z.string() }).nullable()
const problems = z.array(z.strictObject({ line: z.int(), text: z.string(), problem: z.string() }))
const importEvent: z.ZodType<ImportEvent> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('progress'), part: z.number().nullable(), ...counts }),
  z.strictObject({ type: z.literal('done'), playlist: target, problems, ...counts }),
  z.strictObject({ type: z.literal('failed'), playlist: target, message: z.string(), ...counts }),
])

export const libraryViews = {
  Preferences: preferences,
  EmailChanged: z.strictObject({ email: z.email() }),
  ImportEvent: importEvent,
  PlaylistCard: playlistCard,
  Playlist: playlistView,
  MyPlaylists: z.strictObject({
    items: z.array(playlistCard),
    nextCursor: z.null(),
    withTrack: z.array(id).meta({ description: 'Those of them that have the song that was asked for' }),
  }),
  PlaylistEntries: listOf(entry),
  TracksAdded: tracksAdded,
  StreamsAdded: streamsAdded,
  EntryRemoved: z.strictObject({ afterId: id.nullable().meta({ description: 'The entry that stood before it' }) }),
  LikedTracks: listOf(likedTrack),
  LikedAmong: z.strictObject({
    trackIds: z.array(id).nullable().meta({ description: 'Null to who is not signed in' }),
  }),
  LikeState: z.strictObject({ isLiked: z.boolean() }),
}
