import { readCsv } from './csv'
import { readJspf } from './jspf'
import { bad } from './listed'
import { readM3u } from './m3u'
import type { ListedLine } from './song'

/** What a list says of itself, once its reader has met it. */
export type ListHead = { name: string | null }

/** Songs and bad lines of a list, in its own order. What format it has is seen in its first letters, then in its name. */
export async function* readList(
  text: AsyncIterable<string>,
  fileName: string,
  head: ListHead,
): AsyncGenerator<ListedLine> {
  const [start, all] = await peekText(text)
  // Pictures, sounds and archives have zero bytes early on; text has none.
  if (start.slice(0, LOOKED_AT).includes('\0')) yield bad(1, fileName, 'This is no list: the file is not text.')
  else if (/^\s*[{[]/.test(start)) yield* readJspf(all, head)
  else if (/^\s*#EXT/.test(start) || /\.m3u8?$/i.test(fileName)) yield* readM3u(all, head)
  else yield* readCsv(all)
}

/** Letters at the start that tell what a file is. */
const LOOKED_AT = 512

/** The first pieces, until they tell what the file is, and all of it again. */
async function peekText(text: AsyncIterable<string>): Promise<[string, AsyncIterable<string>]> {
  const iterator = text[Symbol.asyncIterator]()
  let start = ''
  while (start.trim().length < LOOKED_AT) {
    const { done, value } = await iterator.next()
    if (done) break
    start += value
  }
  const again = async function* () {
    yield start
    for (;;) {
      const { done, value } = await iterator.next()
      if (done) return
      yield value
    }
  }
  return [start, again()]
}
