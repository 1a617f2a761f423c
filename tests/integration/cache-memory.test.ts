import { afterAll } from 'vitest'
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { testAgeing } from './cache-ageing'
import { testForgetting } from './cache-forgetting'
import { testReads } from './cache-reads'

delete process.env.REDIS_URL
afterAll(async () => {
  await closeCache()
  await closeBus()
})

testReads('memory')
testAgeing('memory')
testForgetting('memory')
