import { z } from 'zod'
import { db } from '@/lib/db'
import { DEFAULT_PREFERENCES, language, notices, type Preferences } from './schema'

/** What the user has chosen, and the defaults for what they have not. */
export async function preferencesOf(userId: string): Promise<Preferences> {
  const row = await db().userPreferences.findUnique({ where: { userId } })
  if (!row) return DEFAULT_PREFERENCES
  return {
    favoriteArtists: row.favoriteArtists,
    favoriteGenres: row.favoriteGenres,
    ...readSettings(row.settings),
  }
}

const stored = z.object({ hidesExplicit: z.boolean(), language, notices: notices.partial() }).partial()

/** From the JSON column, where an older release may have written less. */
export function readSettings(settings: unknown): Pick<Preferences, 'hidesExplicit' | 'language' | 'notices'> {
  const { success, data } = stored.safeParse(settings)
  const { hidesExplicit, language, notices } = { ...DEFAULT_PREFERENCES, ...(success ? data : {}) }
  return { hidesExplicit, language, notices: { ...DEFAULT_PREFERENCES.notices, ...notices } }
}
