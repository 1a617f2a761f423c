/** What the packaged font can write. For anything else the renderer would ask a server on the internet for a font. */
const WRITABLE = /[^\u0020-\u007e\u00a0-\u017f\u2010-\u2015\u2018-\u201e\u2022\u2026\u20ac]/gu

/** The text as the card can show it, cut at `most` characters; `fallback` when little of it is left. */
export function cardText(text: string, most: number, fallback: string): string {
  const writable = text.normalize('NFC').replace(WRITABLE, '').replace(/\s+/g, ' ').trim()
  if (writable.length * 2 < [...text.trim()].length || writable === '') return fallback
  return writable.length > most ? `${writable.slice(0, most - 1).trimEnd()}…` : writable
}
