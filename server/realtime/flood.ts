import { log } from '@/lib/log'
import type { RealtimeServer } from './socket'

/** A burst of so many packets, and so many a second for good: far more than any page sends. */
const BURST = 200
const PER_SECOND = 50

/** Hangs up on a connection that floods us, and on that one alone. */
export function guardFloods(io: RealtimeServer): void {
  io.engine.on('connection', (connection) => {
    let left = BURST
    let at = performance.now()
    connection.on('packet', () => {
      const now = performance.now()
      left = Math.min(BURST, left + ((now - at) / 1000) * PER_SECOND) - 1
      at = now
      if (left >= 0 || connection.readyState !== 'open') return
      log.warn({ address: connection.remoteAddress }, 'A connection flooded us and was closed.')
      connection.close(true)
    })
  })
}
