type Bytes = AsyncIterable<Uint8Array>

const NEWLINE = 10

/**
 * A file's text, piece by piece, whatever its encoding. A mark at the start tells UTF-8 and UTF-16; else each line is
 * read as UTF-8, and as Windows-1252 (which Latin-1 is a part of) where it is none: old lists mix both.
 */
export async function* decodeText(bytes: Bytes): AsyncGenerator<string> {
  const [head, all] = await peek(bytes)
  const wide = wideEncoding(head)
  yield* wide ? decodeWide(all, wide) : decodeLines(all)
}

function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a = -1, b = -1] = head
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // Without a mark: every other byte of Latin text is zero.
  if (a > 0 && b === 0) return 'utf-16le'
  return a === 0 && b > 0 ? 'utf-16be' : null
}

async function* decodeWide(bytes: Bytes, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function* decodeLines(bytes: Bytes): AsyncGenerator<string> {
  let rest: Uint8Array = new Uint8Array()
  let isFirst = true
  for await (const chunk of bytes) {
    const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const end = all.lastIndexOf(NEWLINE) + 1
    // A line without an end is cut: no title is this long.
    const cut = end > 0 ? end : all.length > LONGEST_LINE ? all.length : 0
    rest = all.subarray(cut)
    if (cut === 0) continue
    yield decodeUtf8Lines(all.subarray(0, cut), isFirst)
    isFirst = false
  }
  if (rest.length > 0) yield decodeUtf8Lines(rest, isFirst)
}

const LONGEST_LINE = 1_000_000

function decodeUtf8Lines(bytes: Uint8Array, isFirst: boolean): string {
  const text = utf8(bytes) ?? eachLine(bytes)
  return isFirst ? text.replace(/^\uFEFF/, '') : text
}

function eachLine(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, from) + 1 || bytes.length
    const line = bytes.subarray(from, end)
    text += utf8(line) ?? windows.decode(line)
    from = end
  }
  return text
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const windows = new TextDecoder('windows-1252')

function utf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}

/** The first bytes, and all of them again. */
async function peek(bytes: Bytes): Promise<[Uint8Array, Bytes]> {
  const iterator = bytes[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array()
  while (head.length < 4) {
    const { done, value } = await iterator.next()
    if (done) break
    head = Buffer.concat([head, value])
  }
  return [head, again(head, iterator)]
}

async function* again(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head
  for (;;) {
    const { done, value } = await iterator.next()
    if (done) return
    yield value
  }
}
