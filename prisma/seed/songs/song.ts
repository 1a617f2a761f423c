import type { Stereo } from '../synth/sound'

/** A song that Earshot composes itself. Its id is the track's for ever: covers hang on it. */
export type DemoSong = {
  slug: string
  id: string
  title: string
  artist: string
  album: string
  genre: string
  bpm: number
  /** As tags write it: "F#m". */
  key: string
  perform: () => Stereo
}
