export type TextPart = { text: string; href: string | null }

const ADDRESS = /https?:\/\/[^\s<>"'`\p{Cc}\p{Cf}]+/giu
/** What ends a sentence or a bracket is not part of the address in it. */
const TAIL = /[.,;:!?…)\]}»”’]+$/u
const LONGEST = 2000

/** The text cut at its web addresses. Nothing else ever becomes a link: no scripts, no files, no other schemes. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = trim(found)
    if (!isWeb(address)) continue
    if (index > from) parts.push({ text: text.slice(from, index), href: null })
    parts.push({ text: address, href: address })
    from = index + address.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null })
  return parts
}

/** Keeps a closing bracket that the address itself opened. */
function trim(found: string): string {
  const address = found.replace(TAIL, '')
  return address.includes('(') && found[address.length] === ')' ? `${address})` : address
}

function isWeb(address: string): boolean {
  if (address.length > LONGEST || !URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return (protocol === 'http:' || protocol === 'https:') && hostname !== ''
}
