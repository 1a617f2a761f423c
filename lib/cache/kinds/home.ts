import { defineKind } from '@/lib/cache/kind'
import { newTracks } from '@/lib/catalog/queries'
import { publicRoomsNow } from '@/lib/rooms/public-rooms'

/** More than a shelf shows: some people hide some of them. */
const NEW_SONGS = 36
const ROOMS = 12

/** What everybody's home shows. A song that comes, changes or goes has it forgotten. */
export const shelves = defineKind({
  kind: 'home:shelves',
  key: () => '',
  shape: 3,
  ttlMs: 60 * 60_000,
  isMissing: ({ fresh }) => fresh.length === 0,
  loader: async (_args: undefined) => {
    const page = await newTracks({ sort: 'new', limit: NEW_SONGS })
    return { fresh: page.ok ? page.value.items : [] }
  },
})

/** Who listens changes all the time: nobody is shown what is older than this. */
export const liveRooms = defineKind({
  kind: 'home:rooms',
  key: () => '',
  ttlMs: 10_000,
  isMissing: () => false,
  loader: (_args: undefined) => publicRoomsNow(ROOMS),
})
