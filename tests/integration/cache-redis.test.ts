import { afterAll } from 'vitest'
import { closeCache } from '@/lib/cache/close'
import { closeRedis } from '@/lib/redis'
import { redisServerPath, startRedis } from '../support/redis'
import { testBehaviour } from './cache-behaviour'

const server = redisServerPath ? await startRedis() : undefined
if (server) process.env.REDIS_URL = server.url
afterAll(async () => {
  await closeCache()
  closeRedis()
  await server?.stop()
})

if (server) testBehaviour('redis')
