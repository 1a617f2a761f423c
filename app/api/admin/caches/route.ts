import { staffRoute } from '@/app/_server/staff'
import { cacheOverview } from '@/lib/metrics/overview'
import { ok } from '@/lib/result'

export const GET = staffRoute('caches:flush', async () => ok(await cacheOverview()))
