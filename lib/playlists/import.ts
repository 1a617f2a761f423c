import { splitName } from '@/lib/media/names'
import type { Result } from '@/lib/result'
import { decodeText } from './formats/decode'
import { type ListHead, readList } from './formats/read'
import type { ListedLine } from './formats/song'
import type { ImportEvent, ImportProblem } from './import-schema'
import { TOO_LONG } from './insert'
import { matcher } from './match'
import { appendTracks, createPlaylist } from './mutations'
import { MOST_TRACKS } from './schema'

export const MOST_LIST_BYTES = 30_000_000
/** Lines that are looked up and written together. */
const BATCH = 1_000
/** So many bad lines are told one by one; the others are counted. */
const MOST_PROBLEMS = 1_000

type Input = { userId: string; fileName: string; bytes: AsyncIterable<Uint8Array>; size: number | null }

/**
 * Makes a playlist of a file, batch by batch, and tells how far it is: songs that the catalogue has come in, in their
 * order; every other line is told with its reason. What had come in stays when the reader goes away half-way.
 */
export async function* importList({ userId, fileName, bytes, size }: Input): AsyncGenerator<ImportEvent> {
  const counted = new Counted(bytes)
  const head: ListHead = { name: null }
  const list = new Imported(userId, () => head.name ?? splitListName(fileName))
  for await (const batch of batches(readList(decodeText(counted), fileName, head))) {
    const refused = await list.take(batch)
    if (refused) return yield refused
    yield { type: 'progress', ...list.counts, part: size ? Math.min(1, counted.read / size) : null }
  }
  if (counted.isCut)
    list.problem({
      line: list.counts.lines,
      text: '',
      problem: 'The file is larger than 30 MB. Its rest was left out.',
    })
  yield { type: 'done', ...list.counts, playlist: list.playlist, problems: list.problems }
}

/** What has come in so far. */
class Imported {
  playlist: { id: string; name: string } | null = null
  problems: ImportProblem[] = []
  counts = { lines: 0, added: 0, bad: 0 }
  private readonly match = matcher()

  constructor(
    private readonly userId: string,
    private readonly name: () => string,
  ) {}

  /** Answers only when nothing more can come in. */
  async take(batch: ListedLine[]): Promise<ImportEvent | null> {
    const songs = batch.flatMap((line) => ('song' in line ? [line.song] : []))
    const found = await this.match(songs)
    const trackIds: string[] = []
    for (const line of batch) {
      const trackId = 'song' in line ? found.shift() : null
      if (trackId) trackIds.push(trackId)
      else this.problem('song' in line ? notHere(line) : line)
    }
    this.counts.lines = batch.at(-1)?.line ?? this.counts.lines
    const kept = await this.keep(trackIds)
    return kept && !kept.ok
      ? { type: 'failed', ...this.counts, playlist: this.playlist, message: kept.refusal.message }
      : null
  }

  problem({ line, text, problem }: ImportProblem) {
    this.counts.bad += 1
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ line, text, problem })
  }

  private async keep(trackIds: string[]): Promise<Result<unknown> | null> {
    if (trackIds.length === 0) return null
    const { userId } = this
    if (!this.playlist) {
      const made = await createPlaylist({ userId, name: this.name() })
      if (!made.ok) return made
      this.playlist = { id: made.value.id, name: made.value.name }
    }
    if (this.counts.added + trackIds.length > MOST_TRACKS) return TOO_LONG
    const added = await appendTracks({ userId, playlistId: this.playlist.id, trackIds })
    if (added.ok) this.counts.added += trackIds.length
    return added
  }
}

const notHere = ({ line, song }: Extract<ListedLine, { song: unknown }>): ImportProblem => ({
  line,
  text: [song.artist, song.title || song.url].filter(Boolean).join(' – '),
  problem: 'This song is not in the catalogue.',
})

async function* batches(lines: AsyncIterable<ListedLine>): AsyncGenerator<ListedLine[]> {
  let batch: ListedLine[] = []
  for await (const line of lines) {
    batch.push(line)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Counts what is read, and ends where the file grows too large. */
class Counted implements AsyncIterable<Uint8Array> {
  read = 0
  isCut = false
  constructor(private readonly bytes: AsyncIterable<Uint8Array>) {}

  async *[Symbol.asyncIterator]() {
    for await (const chunk of this.bytes) {
      this.read += chunk.byteLength
      this.isCut = this.read > MOST_LIST_BYTES
      if (this.isCut) return
      yield chunk
    }
  }
}

const splitListName = (fileName: string) => splitName(fileName).title.slice(0, 100)
