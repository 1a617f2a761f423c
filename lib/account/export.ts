import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { BATCH, listsOf, type Page, type Row } from './export-lists'

/** Everything that is stored about a user, as JSON that is written while it is read. Refuses `session_ended`. */
export async function exportAccount(userId: string): Promise<Result<AsyncGenerator<string>>> {
  const account = await db().user.findUnique({
    where: { id: userId },
    omit: { passwordHash: true },
    include: {
      preferences: { select: { settings: true, favoriteArtists: true, favoriteGenres: true, updatedAt: true } },
      sessions: {
        select: { userAgent: true, createdAt: true, lastUsedAt: true, expiresAt: true, revokedAt: true },
      },
    },
  })
  if (!account) return refuse('session_ended', 'This account is gone.')
  const { preferences, sessions, ...profile } = account
  return ok(write({ profile, preferences, devices: sessions }, listsOf(userId)))
}

async function* write(head: Row, lists: Record<string, Page>) {
  yield `{"exportedAt":${JSON.stringify(new Date())}`
  for (const [name, value] of Object.entries(head)) yield `,\n${JSON.stringify(name)}:${JSON.stringify(value)}`
  for (const [name, page] of Object.entries(lists)) {
    yield `,\n${JSON.stringify(name)}:[`
    let [after, isFirst]: [string | undefined, boolean] = [undefined, true]
    for (;;) {
      const { rows, last } = await page(after)
      for (const row of rows) {
        yield `${isFirst ? '' : ','}\n${JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? Number(value) : value))}`
        isFirst = false
      }
      if (rows.length < BATCH) break
      after = last
    }
    yield ']'
  }
  yield '}\n'
}
