import { nameOf } from '@/app/_server/name-of'
import { route } from '@/app/_server/respond'
import { album } from '@/lib/cache/kinds/album'
import { cached } from '@/lib/cache/read'

export const GET = route<{ artist: string; title: string }>(async ({ params }) =>
  cached(album, { artist: nameOf(params.artist), title: nameOf(params.title) }),
)
