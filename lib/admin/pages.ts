import { readCursor, writeCursor } from '@/lib/cursor'
import { Prisma } from '@/lib/db'
import { PAGE_SIZE, type Page } from './schema'

type Dated = { id: string; createdAt: Date }

/** The rows after a page, the newest first; a cursor that no page gave begins at the first. */
export function afterCursor(cursor: string | undefined, column: 'createdAt' | 'at' = 'createdAt'): Prisma.Sql {
  const place = readCursor(cursor)
  if (!place.ok || !place.value) return Prisma.sql`TRUE`
  const { at, id } = place.value
  return Prisma.sql`(x.${Prisma.raw(`"${column}"`)}, x."id") < (${at}, ${id}::uuid)`
}

/** Of `PAGE_SIZE + 1` rows the page, and where the next begins. */
export function pageOf<R extends Dated, T>(rows: R[], view: (row: R) => T): Page<T> {
  const items = rows.slice(0, PAGE_SIZE)
  const last = items.at(-1)
  const nextCursor = last && rows.length > PAGE_SIZE ? writeCursor({ at: last.createdAt, id: last.id }) : null
  return { items: items.map(view), nextCursor }
}

/** `ILIKE` for a text that means itself. */
export const contains = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
