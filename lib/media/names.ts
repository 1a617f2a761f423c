/** A title from a file name: no ending, no track number, no underscores. "Untitled" when nothing is left. */
export function nameOfFile(fileName: string): string {
  return splitName(fileName).title
}

/** "01 - Tin Orchard - Copper Hours.mp3" says who and what; other names are all title. */
export function splitName(fileName: string): { artist: string | null; title: string } {
  const clean = fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z0-9]{2,4}$/i, '')
    .replace(/_/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\d{1,3}\s*[-.)]\s+/, '')
  const [artist, ...rest] = clean.split(/ [-–—] /)
  const title = rest.join(' - ').trim()
  if (artist && title) return { artist: artist.trim().slice(0, 255), title: title.slice(0, 255) }
  return { artist: null, title: clean.slice(0, 255) || 'Untitled' }
}
