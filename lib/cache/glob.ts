/** A pattern as Redis' SCAN reads it. */
export function globToRegExp(pattern: string): RegExp {
  const source = pattern.replace(/\\(.)|\[(\^?)((?:\\.|[^\]\\])*)\]|[\s\S]/g, translate)
  return new RegExp(`^${source}$`, 's')
}

function translate(part: string, escaped?: string, not?: string, among?: string): string {
  if (escaped !== undefined) return literally(escaped)
  if (among !== undefined) return among === '' ? (not ? '.' : '(?!)') : `[${not}${among.replace(/[[^]/g, '\\$&')}]`
  if (part === '*') return '.*'
  return part === '?' ? '.' : literally(part)
}

const literally = (sign: string) => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** The text as a pattern that matches only itself. */
export const escapeGlob = (text: string) => text.replace(/[\\*?[\]]/g, '\\$&')
