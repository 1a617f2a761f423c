import type { CoverColour, TrackSummary } from './track'

export type AlbumCard = { title: string; artist: string; songs: number; coverUrl: string; colour: CoverColour }

export type ArtistView = {
  /** As most of the songs write it. */
  name: string
  songs: number
  /** Of the hottest song, else of the newest. */
  coverUrl: string
  colour: CoverColour
  /** The hottest over all rooms; none if nothing of theirs is. */
  hot: TrackSummary[]
  albums: AlbumCard[]
}

export type AlbumView = Omit<AlbumCard, 'songs'> & { durationMs: number; tracks: TrackSummary[] }
