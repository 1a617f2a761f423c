import { closeDb } from '@/lib/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { ffmpegPath } from '@/lib/media/ffmpeg'
import { startReports } from '@/lib/metrics/report'
import { settleYoutube } from '@/lib/providers/youtube-reach'
import { seedDemoCatalogue } from '@/prisma/seed/demo'
import { startWorker } from './worker'

try {
  env()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
try {
  ffmpegPath()
} catch (error) {
  // Everything else goes on: uploads wait in the queue until somebody installs it.
  log.error(error instanceof Error ? error.message : String(error))
}

const worker = await startWorker().catch((error: unknown) => {
  log.error({ err: error }, 'The worker cannot start')
  process.exit(1)
})
log.info('The worker is at work')
const endReports = startReports({ name: 'worker' })
settleYoutube().then(
  (count) => count > 0 && log.info({ count }, 'Songs of YouTube come or go with the way to it'),
  (err: unknown) => log.error({ err }, 'Whether songs of YouTube can be played is not settled'),
)
seedDemoCatalogue().then(
  (count) => count > 0 && log.info({ count }, 'Composing the demo catalogue'),
  (err: unknown) => log.error({ err }, 'The demo catalogue cannot be made'),
)

let isStopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())

// The queue has ended without being told to: the database is away, and whoever watches starts us again.
worker.ended
  .catch((error: unknown) => log.error({ err: error }, 'The worker lost its queue'))
  .then(() => isStopping || process.exit(1))

async function stop() {
  isStopping = true
  // What is still running then is taken over by the next worker.
  const limit = setTimeout(() => process.exit(0), 5_000)
  await worker.stop()
  await endReports()
  await closeDb()
  clearTimeout(limit)
  process.exit(0)
}
