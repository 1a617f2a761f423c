import { nameOf } from '@/app/_server/name-of'
import { route } from '@/app/_server/respond'
import { artist } from '@/lib/cache/kinds/artist'
import { cached } from '@/lib/cache/read'

export const GET = route<{ name: string }>(async ({ params }) => cached(artist, nameOf(params.name)))
