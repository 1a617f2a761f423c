import { Prisma } from '@/lib/db'
import { PAGE_SIZE, type Page } from './schema'

type Dated = { id: string; createdAt: Date }

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The rows after a page, the newest first; a cursor that no page gave begins at the first. */
export function afterCursor(cursor: string | undefined, column: 'createdAt' | 'at' = 'createdAt'): Prisma.Sql {
  const [, ms, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(cursor ?? '', 'base64url').toString()) ?? []
  if (!ms || !id || !ID.test(id)) return Prisma.sql`TRUE`
  return Prisma.sql`(x.${Prisma.raw(`"${column}"`)}, x."id") < (${new Date(Number(ms))}, ${id}::uuid)`
}

/** Of `PAGE_SIZE + 1` rows the page, and where the next begins. */
export function pageOf<R extends Dated, T>(rows: R[], view: (row: R) => T): Page<T> {
  const items = rows.slice(0, PAGE_SIZE)
  const last = items.at(-1)
  const nextCursor =
    last && rows.length > PAGE_SIZE ? Buffer.from(`${last.createdAt.getTime()}.${last.id}`).toString('base64url') : null
  return { items: items.map(view), nextCursor }
}

/** `ILIKE` for a text that means itself. */
export const contains = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
