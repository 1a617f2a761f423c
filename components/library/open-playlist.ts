import { createContext } from 'react'
import type { PlaylistEntry } from '@/lib/playlists/schema'

/** The playlist whose page is open, so that a song that comes into it shows there. */
export const OpenPlaylist = createContext<{ id: string; append: (entries: PlaylistEntry[]) => void } | null>(null)
