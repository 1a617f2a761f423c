import type { Prisma } from '@/lib/db'
import { coverColour } from './cover'
import type { CoverColour, TrackSummary } from './track'

/** What a list needs of a track and its song: nothing else leaves the database. */
export const trackSelect = {
  id: true,
  title: true,
  artist: true,
  album: true,
  durationMs: true,
  song: { select: { status: true, storageKeys: true, coverImageKey: true, metadata: true } },
} as const satisfies Prisma.TrackSelect

export type TrackRow = Prisma.TrackGetPayload<{ select: typeof trackSelect }>

export function trackSummary({ id, title, artist, album, durationMs, song }: TrackRow): TrackSummary {
  return {
    id,
    title,
    artist,
    album,
    durationMs,
    coverUrl: song?.coverImageKey ? `/media/${song.coverImageKey}` : `/covers/${id}.svg`,
    colour: colourOf(song?.metadata) ?? coverColour(id),
    isExplicit: isExplicit(song),
    audio: song?.status === 'ready' ? audioOf(song.storageKeys) : null,
  }
}

/** Whether its file, its owner or a moderator says that its words are explicit. */
export const isExplicit = (song: { metadata: unknown } | null): boolean =>
  isRecord(song?.metadata) && song.metadata.isExplicit === true

function audioOf(keys: unknown): TrackSummary['audio'] {
  if (!isRecord(keys)) return null
  const { high, low, preview } = keys
  if (typeof high !== 'string' || typeof low !== 'string' || typeof preview !== 'string') return null
  const site = high.startsWith('youtube/') ? 'youtube' : null
  return { high: `/media/${high}`, low: `/media/${low}`, preview: `/media/${preview}`, site }
}

const colourOf = (metadata: unknown) => (isRecord(metadata) ? readColour(metadata.colour) : null)

/** Hues as a JSON column has them; null when they are none. */
export function readColour(value: unknown): CoverColour | null {
  if (!isRecord(value)) return null
  const { h, c, h2 } = value
  return typeof h === 'number' && typeof c === 'number' && typeof h2 === 'number' ? { h, c, h2 } : null
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
