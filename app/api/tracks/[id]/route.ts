import { route } from '@/app/_server/respond'
import { song } from '@/lib/cache/kinds/song'
import { cached } from '@/lib/cache/read'

export const GET = route<{ id: string }>(async ({ params }) => cached(song, params.id))
