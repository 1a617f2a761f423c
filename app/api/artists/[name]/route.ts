import { nameOf } from '@/app/_server/name-of'
import { route } from '@/app/_server/respond'
import { artistView } from '@/lib/catalog/artists'

export const GET = route<{ name: string }>(async ({ params }) => artistView(nameOf(params.name)))
