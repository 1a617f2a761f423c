import type { ListedSong } from './formats/song'

type Candidate = { title: string; artist: string; durationMs: number }

/** Versions of one song differ by more than this rarely; services by less. */
const SAME_MS = 15_000
const SURE_MS = 5_000

/**
 * Whether a song of the catalogue is the one that a list names: the same title but for a typing error and what stands
 * in brackets, one artist in common, and about as long. Without an artist the length has to be closer.
 */
export function isSameSong(listed: ListedSong, found: Candidate): boolean {
  if (!isClose(titleKey(listed.title), titleKey(found.title))) return false
  const apart = listed.durationMs === null ? null : Math.abs(listed.durationMs - found.durationMs)
  if (listed.artist === '') return apart === null || apart <= SURE_MS
  if (apart !== null && apart > SAME_MS) return false
  const theirs = artistKeys(found.artist)
  return artistKeys(listed.artist).some((one) => theirs.some((other) => isClose(one, other)))
}

/** Without "(feat. Somebody)", "[Live]" and "- Remastered 2011". */
export const bareTitle = (title: string): string =>
  title
    .replace(/\s*[([][^)\]]*[)\]]/g, '')
    .replace(/\s[-–—]\s.*(remaster|version|edit|mix|mono|stereo|live).*$/i, '')
    .trim() || title

const titleKey = (title: string): string => plain(bareTitle(title)) || plain(title)

const artistKeys = (artist: string): string[] =>
  artist
    .split(/[,;&/]|\s(?:feat\.?|ft\.?|featuring|x|and|und|with|vs\.?)\s/i)
    .map(plain)
    .filter((name) => name !== '')

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Equal, or one typing error in about seven letters. */
function isClose(a: string, b: string): boolean {
  if (a === b) return true
  const most = Math.floor(Math.max(a.length, b.length) / 7)
  return most > 0 && Math.abs(a.length - b.length) <= most && distance(a, b) <= most
}

/** Levenshtein's, row by row. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
    }
    before = row
  }
  return before[b.length] ?? 0
}
