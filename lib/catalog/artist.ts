import type { CoverColour, TrackSummary } from './track'

export type AlbumCard = { title: string; artist: string; songs: number; coverUrl: string; colour: CoverColour }

export type ArtistView = {
  /** As most of the songs write it. */
  name: string
  songs: number
  /** The hottest. */
  top: TrackSummary[]
  albums: AlbumCard[]
}

export type AlbumView = Omit<AlbumCard, 'songs'> & { durationMs: number; tracks: TrackSummary[] }
