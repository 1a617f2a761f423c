import { z } from 'zod'
import type { AlbumCard, AlbumView, ArtistView } from '@/lib/catalog/artist'
import type { VideoPage, VideoView } from '@/lib/providers/schema'
import type { Ratings, ReviewPage, ReviewView, ReviewWritten } from '@/lib/reviews/schema'

import { colour, trackSummary } from './views'

// What the calls about artists, albums and reviews answer, exactly.

const id = z.uuid()
const time = z.iso.datetime()

const review: z.ZodType<ReviewView> = z.strictObject({
  id,
  rating: z.int().min(1).max(5),
  text: z.string().nullable(),
  author: z.strictObject({ id, name: z.string() }),
  isMine: z.boolean(),
  createdAt: time,
  editedAt: time.nullable(),
})
const ratings: z.ZodType<Ratings> = z.strictObject({
  count: z.int(),
  average: z.number().nullable(),
  counts: z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]).meta({ description: 'From one star to five' }),
})
const reviewPage: z.ZodType<ReviewPage> = z.strictObject({
  items: z.array(review),
  nextCursor: z.string().nullable(),
  ratings,
  mine: review.nullable(),
})
const reviewWritten: z.ZodType<ReviewWritten> = z.strictObject({ review, ratings })

const album = { title: z.string(), artist: z.string(), coverUrl: z.string(), colour }
const albumCard: z.ZodType<AlbumCard> = z.strictObject({ ...album, songs: z.int() })
const albumView: z.ZodType<AlbumView> = z.strictObject({
  ...album,
  durationMs: z.number(),
  tracks: z.array(trackSummary),
})
const artistView: z.ZodType<ArtistView> = z.strictObject({
  name: z.string().meta({ description: 'As most of the songs write it' }),
  songs: z.int(),
  coverUrl: z.string(),
  colour,
  hot: z.array(trackSummary),
  albums: z.array(albumCard),
})

const video: z.ZodType<VideoView> = z.strictObject({
  videoId: z.string(),
  url: z.url().meta({ description: 'What adds it to a room' }),
  title: z.string(),
  artist: z.string(),
  durationMs: z.int(),
})
const videoPage: z.ZodType<VideoPage> = z.strictObject({ items: z.array(video), nextCursor: z.null() })

export const catalogueViews = {
  Artist: artistView,
  Album: albumView,
  ReviewPage: reviewPage,
  ReviewWritten: reviewWritten,
  VideoPage: videoPage,
  ReviewRemoved: z.strictObject({ ratings }),
}
