import { route } from '@/app/_server/respond'
import { trackDetails } from '@/lib/catalog/queries'

export const GET = route<{ id: string }>(async ({ params }) => trackDetails(params.id))
