import pg from 'pg'
import { log } from '@/lib/log'

/**
 * The connections of graphile-worker. One that it makes by itself it neither waits for when it ends nor listens to any
 * longer: PostgreSQL going away in that moment would end the process.
 */
export function openJobPool(connectionString: string, max: number) {
  const pool = new pg.Pool({ connectionString, max })
  // Not the error itself: the pool hangs the whole client on it.
  const note = ({ message }: Error) => log.error({ reason: message }, 'A connection of the queue was lost')
  pool.on('error', note)
  pool.on('connect', (client) => void client.on('error', note))
  return pool
}
