import { db } from '@/lib/db'
import { DEFAULT_PREFERENCES, notices, type Preferences } from './schema'

/** What the user has chosen, and the defaults for what they have not. */
export async function preferencesOf(userId: string): Promise<Preferences> {
  const row = await db().userPreferences.findUnique({ where: { userId } })
  if (!row) return DEFAULT_PREFERENCES
  return {
    favoriteArtists: row.favoriteArtists,
    favoriteGenres: row.favoriteGenres,
    notices: readNotices(row.settings),
  }
}

/** From the JSON column, where an older release may have written less. */
export function readNotices(settings: unknown) {
  const stored = typeof settings === 'object' && settings !== null && 'notices' in settings ? settings.notices : {}
  const known = notices.partial().safeParse(stored)
  return { ...DEFAULT_PREFERENCES.notices, ...(known.success ? known.data : {}) }
}
