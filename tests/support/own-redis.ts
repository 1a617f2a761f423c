import { afterAll } from 'vitest'
import { closeRedis } from '@/lib/redis'
import { redisServerPath, startRedis } from './redis'

/** This file's own Redis, for all of the product's parts; null where none is installed. Import it before them. */
export const ownRedis = redisServerPath ? await startRedis() : null
if (ownRedis) process.env.REDIS_URL = ownRedis.url

afterAll(async () => {
  closeRedis()
  await ownRedis?.stop()
})
