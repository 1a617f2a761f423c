import { afterAll } from 'vitest'
import { closeCache } from '@/lib/cache/close'
import { closeRedis } from '@/lib/redis'
import { redisServerPath, startRedis } from '../support/redis'
import { testAgeing } from './cache-ageing'
import { testForgetting } from './cache-forgetting'
import { testReads } from './cache-reads'
import { waitForRedis } from './cache-support'

const server = redisServerPath ? await startRedis() : undefined
if (server) process.env.REDIS_URL = server.url
afterAll(async () => {
  await closeCache()
  closeRedis()
  await server?.stop()
})

if (server) {
  waitForRedis()
  testReads('redis')
  testAgeing('redis')
  testForgetting('redis')
}
