/** A song as a list names it. */
export type ListedSong = {
  title: string
  artist: string
  album: string | null
  durationMs: number | null
  /** The song's page here, when the list comes from an Earshot. */
  url: string | null
}

/** What a list of any format is read as: songs by line, and lines that cannot be read. */
export type ListedLine = { line: number } & ({ song: ListedSong } | { problem: string; text: string })
