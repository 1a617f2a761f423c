import { closeDb } from '@/lib/db'
import { rebuildAll } from '@/lib/stats/rebuild-all'
import { differences } from '@/lib/stats/verify'

// `verify` compares the statistics with the raw rows and exits 1 with what differs; `rebuild` restores them.

const [, , task] = process.argv

if (task === 'rebuild') {
  const { rooms } = await rebuildAll()
  console.log(`The statistics of ${rooms} rooms were summed up again.`)
} else if (task !== 'verify') {
  console.error('Say what to do: verify or rebuild.')
  process.exitCode = 1
}
if (task === 'verify' || task === 'rebuild') {
  const found = await differences()
  for (const { table, column, key, stored, counted } of found) {
    console.log(`${table}.${column} of ${key}: ${stored} is stored, ${counted} was counted.`)
  }
  console.log(found.length ? `${found.length} numbers differ.` : 'Every number equals its raw rows.')
  process.exitCode = found.length ? 1 : 0
}
await closeDb()
