import { invalidate } from '@/lib/cache/invalidate'
import { preferences } from '@/lib/cache/kinds/preferences'
import { artistAsWritten, genresAsWritten } from '@/lib/catalog/chosen'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { preferencesOf, readSettings } from './queries'
import type { Preferences, UpdatePreferencesInput } from './schema'

/** Names are kept as the catalogue writes them. Two tabs that change different things at once keep both. Refuses `session_ended` when the account is gone. */
export async function updatePreferences({
  userId,
  changes,
}: {
  userId: string
  changes: UpdatePreferencesInput
}): Promise<Result<Preferences>> {
  const { notices, hidesExplicit, language, ...typed } = changes
  const lists = await asWritten(typed)
  const isThere = await db().$transaction(async (tx) => {
    const users = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`
    if (users.length === 0) return false
    const before = await tx.userPreferences.findUnique({ where: { userId }, select: { settings: true } })
    const known = readSettings(before?.settings)
    const settings = {
      hidesExplicit: hidesExplicit ?? known.hidesExplicit,
      language: language === undefined ? known.language : language,
      notices: { ...known.notices, ...notices },
    }
    await tx.userPreferences.upsert({
      where: { userId },
      create: { userId, settings, ...lists },
      update: { settings, ...lists },
    })
    return true
  })
  if (!isThere) return refuse('session_ended', 'Your account is gone.')
  await invalidate(preferences, userId)
  return ok(await preferencesOf(userId))
}

async function asWritten({
  favoriteArtists,
  favoriteGenres,
}: Pick<UpdatePreferencesInput, 'favoriteArtists' | 'favoriteGenres'>) {
  return {
    ...(favoriteArtists ? { favoriteArtists: await Promise.all(favoriteArtists.map(artistAsWritten)) } : {}),
    ...(favoriteGenres ? { favoriteGenres: await genresAsWritten(favoriteGenres) } : {}),
  }
}
