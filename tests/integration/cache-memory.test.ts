import { afterAll } from 'vitest'
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { testBehaviour } from './cache-behaviour'

delete process.env.REDIS_URL
afterAll(async () => {
  await closeCache()
  await closeBus()
})

testBehaviour('memory')
