/** A text's lines without their ends (LF, CRLF or CR), with their numbers from 1. Cut where they have no end. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<{ line: number; text: string }> {
  let rest = ''
  let line = 0
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!\n|$)/)
    rest = lines.pop() ?? ''
    for (const text of lines) yield { line: ++line, text }
    if (rest.length > LONGEST) {
      yield { line: ++line, text: rest }
      rest = ''
    }
  }
  if (rest !== '') yield { line: line + 1, text: rest.replace(/\r$/, '') }
}

const LONGEST = 100_000
