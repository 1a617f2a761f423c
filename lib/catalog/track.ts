/** Hue, chroma (at most 0.13) and second hue that a cover lends to the page: `--h --c --h2` of the tokens. */
export type CoverColour = { h: number; c: number; h2: number }

/** Paths on the own origin. `site`: where the sound comes from as it plays; null for a file of our own. */
export type TrackAudio = { high: string; low: string; preview: string; site: 'youtube' | null }

/** A track as lists show it. */
export type TrackSummary = {
  id: string
  title: string
  artist: string
  album: string | null
  durationMs: number
  coverUrl: string
  colour: CoverColour
  /** Its words are not for everybody, as its file, its owner or a moderator says. */
  isExplicit: boolean
  /** Null when there is nothing to play here. */
  audio: TrackAudio | null
}

/** A track with what only its own page and the player need. */
export type TrackDetails = TrackSummary & {
  genre: string | null
  bpm: number | null
  /** Waveform, 0–100. */
  peaks: number[]
  createdAt: string
}

export type TrackNumbers = {
  /** Over all rooms: 3 for a like of this instant, half of it a day later. */
  heat: number
  /** In the days below. */
  plays: number
  /** The days of UTC of about a year on which it was played, the latest first. */
  days: { day: string; plays: number }[]
}

/** A room that has had the song. */
export type TrackPlace = { code: string; name: string; addedBy: string; at: string; isMine: boolean }
