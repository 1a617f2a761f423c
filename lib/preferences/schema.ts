import { z } from 'zod'
import { LANGUAGES, type Language } from '@/lib/language/languages'
import { shownName } from '@/lib/shown-name'

const name = (most: number) => shownName(most, 'Type a name.')
const each = (list: string[]) => new Set(list.map((one) => one.toLowerCase())).size === list.length

/** Which news of a room are shown as toasts. What concerns oneself (a role, the room's lock) always is. */
export const notices = z.strictObject({
  /** Somebody adds a song, or takes one out. */
  songs: z.boolean(),
  /** Somebody joins, or is taken out. */
  people: z.boolean(),
})
export type Notices = z.infer<typeof notices>

/** Null is no choice. */
export const language = z.enum(Object.keys(LANGUAGES) as Language[]).nullable()

export type Preferences = {
  favoriteArtists: string[]
  favoriteGenres: string[]
  hidesExplicit: boolean
  /** Of the interface; null is whatever the browser asks for. */
  language: Language | null
  notices: Notices
}

export const DEFAULT_PREFERENCES: Preferences = {
  favoriteArtists: [],
  favoriteGenres: [],
  hidesExplicit: false,
  language: null,
  notices: { songs: true, people: true },
}

/** What is named changes, the rest stays. */
export const updatePreferencesInput = z
  .strictObject({
    favoriteArtists: z.array(name(255)).max(50, 'At most 50 artists.').refine(each, 'Each artist once.'),
    favoriteGenres: z.array(name(50)).max(20, 'At most 20 genres.').refine(each, 'Each genre once.'),
    hidesExplicit: z.boolean(),
    language,
    notices: notices.partial(),
  })
  .partial()
export type UpdatePreferencesInput = z.infer<typeof updatePreferencesInput>
