import { nameOf } from '@/app/_server/name-of'
import { route } from '@/app/_server/respond'
import { albumView } from '@/lib/catalog/artists'

export const GET = route<{ artist: string; title: string }>(async ({ params }) =>
  albumView(nameOf(params.artist), nameOf(params.title)),
)
