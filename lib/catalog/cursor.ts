type Place = { createdAt: Date; id: string }

/** Where a page of songs ended that are sorted by their day. */
export function writeCursor({ createdAt, id }: Place): string {
  return Buffer.from(`${createdAt.getTime()}.${id}`).toString('base64url')
}

/** Null for what no page gave. */
export function readCursor(cursor: string): Place | null {
  const [, ms, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  return ms && id ? { createdAt: new Date(Number(ms)), id } : null
}
