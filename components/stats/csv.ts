/** A table as a file that spreadsheets read. */
export function csvText(head: string[], rows: (string | number)[][]): string {
  return [head, ...rows.map((row) => row.map(quoted))].map((line) => line.join(',')).join('\r\n')
}

/** A spreadsheet runs a cell that begins like a formula, and anybody can name a room, a song or themselves. */
function quoted(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}
