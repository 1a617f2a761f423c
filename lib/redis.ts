import { Redis } from 'ioredis'
import { env } from './env'
import { log } from './log'

const kept = globalThis as unknown as { redis?: Redis | undefined }

/**
 * The process's Redis connection, made on first use; null without REDIS_URL.
 * Whatever it holds may be lost: commands fail at once while it is away, and it comes back by itself.
 */
export function redis(): Redis | null {
  const url = env().REDIS_URL
  if (!url) return null
  kept.redis ??= connect(url)
  return kept.redis
}

export function closeRedis() {
  kept.redis?.disconnect()
  kept.redis = undefined
}

function connect(url: string): Redis {
  const client = new Redis(url, {
    commandTimeout: 300,
    // A silent server (a pulled cable) becomes a closed connection, after which commands fail without waiting.
    socketTimeout: 1000,
    connectTimeout: 1000,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (times) => Math.min(100 * times, 2000),
  })
  // What is asked before the first connection stands may wait for it; nothing waits for a later one.
  const stopQueueing = () => {
    client.options.enableOfflineQueue = false
  }
  client.once('ready', stopQueueing)
  client.once('close', stopQueueing)

  let isAway = false
  client.on('error', (error) => {
    if (!isAway) log.warn({ err: error }, 'Redis is away: going on without it')
    isAway = true
  })
  client.on('ready', () => {
    if (isAway) log.info('Redis is back')
    isAway = false
  })
  return client
}
