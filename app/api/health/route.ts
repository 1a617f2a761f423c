import { realtimeUrl } from '@/app/_server/realtime-url'
import { route } from '@/app/_server/respond'
import { checkHealth } from '@/lib/health'

export const GET = route(
  async () => {
    const health = await checkHealth(realtimeUrl('/health'))
    const headers = { 'cache-control': 'no-store' }
    return Response.json(health, { status: health.status === 'down' ? 503 : 200, headers })
  },
  { isOpen: true },
)
