import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { closeDb } from '@/lib/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { startReports } from '@/lib/metrics/report'
import { closeRedis } from '@/lib/redis'
import { startRealtime } from './start-realtime'

try {
  const { REALTIME_PORT, REALTIME_HOST } = env()
  const realtime = await startRealtime({ port: REALTIME_PORT, host: REALTIME_HOST })
  log.info({ port: realtime.port }, 'Realtime is ready')
  const endReports = startReports({ name: 'realtime', gauges: realtime.gauges })
  const stop = async () => {
    await realtime.stop()
    await endReports()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => leave(stop))
} catch (error) {
  log.fatal(`Realtime could not start. ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

async function leave(stop: () => Promise<void>) {
  await stop()
  await closeCache()
  await closeBus()
  await closeDb()
  closeRedis()
  process.exit(0)
}
