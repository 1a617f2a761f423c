import { route } from '@/app/_server/respond'
import { roomPreview } from '@/lib/rooms/queries'
import { withCode } from '../../by-code'

export const GET = route<{ code: string }>((call) => withCode(call, roomPreview))
