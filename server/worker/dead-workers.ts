import pg from 'pg'
import { log } from '@/lib/log'

/**
 * graphile-worker gives the job of a killed worker to another one after four hours. Here each worker holds an advisory
 * lock named after it for as long as its process lives: whoever can take that lock knows that the worker is dead.
 */
export async function watchWorkers(connectionString: string) {
  const client = new pg.Client({ connectionString, application_name: 'earshot-worker-watch' })
  await client.connect()
  const own = new Set<string>()
  return {
    /** Says that this process is the worker of that name. */
    announce: async (workerId: string) => {
      own.add(workerId)
      await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [SPACE, workerId])
    },
    releaseDead: () => releaseDead(client, [...own]),
    /** The connection is the sign of life: without it this process must not go on. */
    onLost: (handler: (error: Error) => void) => void client.on('error', handler),
    close: () => client.end(),
  }
}

// Keeps these locks apart from everybody else's.
const SPACE = 0x6561

async function releaseDead(client: pg.Client, own: string[]) {
  // A worker that began a moment ago may not have taken its lock yet.
  const { rows } = await client.query<{ worker: string; isDead: boolean }>(
    `SELECT worker, pg_try_advisory_lock($1, hashtext(worker)) AS "isDead"
     FROM (SELECT DISTINCT locked_by AS worker FROM graphile_worker.jobs
           WHERE locked_at < now() - interval '3 seconds' AND locked_by <> ALL ($2)) AS busy`,
    [SPACE, own],
  )
  const dead = rows.filter((row) => row.isDead).map((row) => row.worker)
  if (dead.length === 0) return
  await client.query('SELECT graphile_worker.force_unlock_workers($1)', [dead])
  for (const worker of dead) await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [SPACE, worker])
  log.warn({ workers: dead }, 'Took over the jobs of a worker that is gone')
}
