import { env } from '@/lib/env'
import { ensureAnalyticsPartitions } from '@/prisma/partitions.mjs'

export const makePartitions = () => ensureAnalyticsPartitions(env().DATABASE_URL)
