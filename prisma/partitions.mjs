// SongAnalytics is partitioned by month (UTC). Partitions are made ahead of time: on migration, and by the worker.
import pg from 'pg'

const MONTHS_AHEAD = 3

/**
 * Makes the partitions from last month to three months ahead, where missing. Safe to run at any time, by many at once.
 * @param {string} databaseUrl
 * @param {Date} now
 */
export async function ensureAnalyticsPartitions(databaseUrl, now = new Date()) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    // CREATE … IF NOT EXISTS still races with itself; the lock does not.
    await client.query(`SELECT pg_advisory_lock(hashtext('earshot.partitions'))`)
    for (let month = -1; month <= MONTHS_AHEAD; month++) {
      const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month))
      const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month + 1))
      const name = `SongAnalytics_${from.toISOString().slice(0, 7).replace('-', '_')}`
      await client.query(
        `CREATE TABLE IF NOT EXISTS "${name}" PARTITION OF "SongAnalytics"
           FOR VALUES FROM ('${from.toISOString()}') TO ('${to.toISOString()}')`,
      )
    }
  } finally {
    await client.end()
  }
}
