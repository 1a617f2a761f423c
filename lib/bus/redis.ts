import { Redis } from 'ioredis'
import { env } from '@/lib/env'
import type { Listener, Transport } from './transport'

const CHANNEL = 'earshot'

// One connection a process, also across the module reloads of development.
const kept = globalThis as unknown as { busRedis?: Redis }

export const redisBus: Transport = { send, listen, close }

async function send(payloads: string[]) {
  kept.busRedis ??= quietly(
    new Redis(url(), { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 1_000, lazyConnect: true }),
  )
  if (kept.busRedis.status === 'wait') await kept.busRedis.connect()
  const pipeline = kept.busRedis.pipeline()
  for (const payload of payloads) pipeline.publish(CHANNEL, payload)
  const answers = await pipeline.exec()
  const failed = answers?.find(([error]) => error)
  if (failed?.[0]) throw failed[0]
}

async function listen({ onPayload, onGap }: Listener): Promise<() => Promise<void>> {
  // ioredis connects and subscribes again by itself, for as long as it takes.
  const redis = quietly(new Redis(url(), { retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 3_000) }))
  redis.on('message', (_channel, payload) => onPayload(payload))
  let wasReady = false
  redis.on('ready', () => {
    if (wasReady) onGap()
    wasReady = true
  })
  // Not awaited: without Redis the messages come by PostgreSQL, and Redis may come later.
  redis.subscribe(CHANNEL).catch(() => undefined)
  return async () => redis.disconnect()
}

async function close() {
  kept.busRedis?.disconnect()
  kept.busRedis = undefined
}

/** Redis may be away; whoever sends notices, and ioredis comes back by itself. */
function quietly(redis: Redis): Redis {
  return redis.on('error', () => undefined)
}

function url(): string {
  const { REDIS_URL } = env()
  if (!REDIS_URL) throw new Error('There is no REDIS_URL.')
  return REDIS_URL
}
