import { ok, type Result, refuse } from './result'

type Place = { at: Date; id: string }

const PLACE = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export const NO_SUCH_PAGE = refuse('invalid_input', 'That page does not exist. Start at the first.')

/** Where a page of rows ended that are sorted by an instant, then by id. */
export function writeCursor({ at, id }: Place): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString('base64url')
}

/** Null where the first page begins. Refuses `invalid_input` for what no page gave. */
export function readCursor(cursor: string | undefined): Result<Place | null> {
  if (cursor === undefined) return ok(null)
  const [, ms, id] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  return ms && id ? ok({ at: new Date(Number(ms)), id }) : NO_SUCH_PAGE
}
