import { linesOf } from './lines'

/** `line` is where the row begins. Broken: a quotation mark was opened and never closed. */
export type CsvRow = { line: number; cells: string[]; broken?: true }

/** A cell may hold line ends within quotation marks, but one that is never closed must not swallow the file. */
const MOST_LINES = 20

/** Rows of a table whose cells are parted by comma, semicolon or tab: whichever its first line has most. */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  let separator = ','
  let held: Line[] = []
  for await (const next of linesOf(text)) {
    if (next.line === 1) separator = separatorOf(next.text)
    held.push(next)
    held = yield* rowsOf(held, separator, MOST_LINES)
  }
  yield* rowsOf(held, separator, 1)
}

type Line = { line: number; text: string }

/** The rows that are whole, and what may still become one: fewer than `most` lines. */
function* rowsOf(held: Line[], separator: string, most: number): Generator<CsvRow, Line[]> {
  let lines = held
  for (;;) {
    const [first] = lines
    if (!first) return lines
    const row = firstRow(lines, separator)
    if (!row && lines.length < most) return lines
    // Given up: the line is broken, and the next ones are read on their own.
    yield row ? { line: first.line, cells: row.cells } : { line: first.line, cells: [first.text], broken: true }
    lines = lines.slice(row?.lines ?? 1)
  }
}

function firstRow(lines: Line[], separator: string) {
  let text = ''
  for (const [index, line] of lines.entries()) {
    text += index === 0 ? line.text : `\n${line.text}`
    const cells = cellsOf(text, separator)
    if (cells) return { cells, lines: index + 1 }
  }
  return null
}

function separatorOf(line: string): string {
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: line.split(separator).length }))
  return counts.sort((a, b) => b.count - a.count)[0]?.separator ?? ','
}

/** Null while a quotation mark is open. */
function cellsOf(text: string, separator: string): string[] | null {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (text[at] === '"') {
      const closed = closingQuote(text, at + 1)
      if (closed < 0) return null
      const end = nextOf(text, separator, closed + 1)
      cells.push(text.slice(at + 1, closed).replaceAll('""', '"') + text.slice(closed + 1, end))
      at = end
    } else {
      const end = nextOf(text, separator, at)
      cells.push(text.slice(at, end))
      at = end
    }
    if (at >= text.length) return cells
    at += 1
  }
}

function nextOf(text: string, separator: string, from: number): number {
  const at = text.indexOf(separator, from)
  return at < 0 ? text.length : at
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at
  return -1
}
