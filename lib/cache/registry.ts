import { playlists } from './kinds/playlists'
import { search } from './kinds/search'
import { song } from './kinds/song'
import { trending } from './kinds/trending'

/** Every kind that the product keeps: a new one is a file in `kinds/` and a line here. */
export const KINDS = [playlists, search, song, trending] as const

/** For an admin who names it. */
export const kindNamed = (name: string) => KINDS.find(({ kind }) => kind === name)
