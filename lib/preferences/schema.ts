import { z } from 'zod'

const name = (most: number) => z.string().trim().min(1, 'Type a name.').max(most, `At most ${most} characters.`)
const each = (list: string[]) => new Set(list.map((one) => one.toLowerCase())).size === list.length

/** Which news of a room are shown as toasts. What concerns oneself (a role, the room's lock) always is. */
export const notices = z.strictObject({
  /** Somebody adds a song, or takes one out. */
  songs: z.boolean(),
  /** Somebody joins, or is taken out. */
  people: z.boolean(),
})
export type Notices = z.infer<typeof notices>

export type Preferences = {
  favoriteArtists: string[]
  favoriteGenres: string[]
  hidesExplicit: boolean
  notices: Notices
}

export const DEFAULT_PREFERENCES: Preferences = {
  favoriteArtists: [],
  favoriteGenres: [],
  hidesExplicit: false,
  notices: { songs: true, people: true },
}

/** What is named changes, the rest stays. */
export const updatePreferencesInput = z
  .strictObject({
    favoriteArtists: z.array(name(255)).max(50, 'At most 50 artists.').refine(each, 'Each artist once.'),
    favoriteGenres: z.array(name(50)).max(20, 'At most 20 genres.').refine(each, 'Each genre once.'),
    hidesExplicit: z.boolean(),
    notices: notices.partial(),
  })
  .partial()
export type UpdatePreferencesInput = z.infer<typeof updatePreferencesInput>
