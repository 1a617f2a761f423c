import { album } from './kinds/album'
import { artist } from './kinds/artist'
import { liveRooms, shelves } from './kinds/home'
import { playlists } from './kinds/playlists'
import { preferences } from './kinds/preferences'
import { recommendations } from './kinds/recommendations'
import { search } from './kinds/search'
import { song } from './kinds/song'
import { trending } from './kinds/trending'
import { user } from './kinds/user'
import { youtubeAudio, youtubeSearch } from './kinds/youtube'

/** Every kind that the product keeps: a new one is a file in `kinds/` and a line here. */
export const KINDS = [
  album,
  artist,
  liveRooms,
  playlists,
  preferences,
  recommendations,
  search,
  shelves,
  song,
  trending,
  user,
  youtubeAudio,
  youtubeSearch,
] as const

/** For an admin who names it. */
export const kindNamed = (name: string) => KINDS.find(({ kind }) => kind === name)
