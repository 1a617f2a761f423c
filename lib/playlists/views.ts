import { coverColour } from '@/lib/catalog/cover'
import { readColour, trackSelect, trackSummary } from '@/lib/catalog/track-view'
import type { Prisma } from '@/lib/db'
import type { PlaylistCard, PlaylistEntry } from './schema'

export const cardSelect = {
  id: true,
  name: true,
  description: true,
  isPublic: true,
  coverImageKey: true,
  coverColour: true,
  updatedAt: true,
  _count: { select: { tracks: true } },
} as const satisfies Prisma.PlaylistSelect

export function playlistCard(row: Prisma.PlaylistGetPayload<{ select: typeof cardSelect }>): PlaylistCard {
  const { id, name, description, isPublic, coverImageKey, updatedAt } = row
  return {
    id,
    name,
    description,
    isPublic,
    coverUrl: coverImageKey ? `/media/${coverImageKey}` : `/covers/${id}.svg`,
    colour: (coverImageKey && readColour(row.coverColour)) || coverColour(id),
    trackCount: row._count.tracks,
    updatedAt: updatedAt.toISOString(),
  }
}

export const entrySelect = {
  id: true,
  position: true,
  addedAt: true,
  track: { select: trackSelect },
} as const satisfies Prisma.PlaylistTrackSelect

export function playlistEntry(row: Prisma.PlaylistTrackGetPayload<{ select: typeof entrySelect }>): PlaylistEntry {
  return { entryId: row.id, track: trackSummary(row.track), addedAt: row.addedAt.toISOString() }
}
