import { afterAll } from 'vitest'
import { closeBus } from '@/lib/bus'
import { startRealtime } from '@/server/realtime/start-realtime'

// Hooks run last first: the bus closes when everything that listens to it has stopped.
afterAll(closeBus)

/** Starts realtime for this test file and answers with its port; each call is one more process on the same database. */
export async function realtimePort(): Promise<number> {
  const { port, stop } = await startRealtime({ port: 0 })
  afterAll(stop)
  return port
}
