import { execFile } from 'node:child_process'
import { constants } from 'node:os'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { REALTIME_FLAGS } from '@/server/launcher/processes.mjs'

const PRIORITIES = `
  const { readdirSync } = require('node:fs')
  const { readFile } = require('node:fs/promises')
  const { getPriority } = require('node:os')
  const others = () => readdirSync('/proc/self/task').map(Number).filter((thread) => thread !== process.pid)
  const helpers = others()
  readFile('/proc/self/stat').then(() => {
    const readers = others().filter((thread) => !helpers.includes(thread))
    console.log(JSON.stringify([[process.pid], helpers, readers].map((group) => group.map((thread) => getPriority(thread)))))
  })`

test.skipIf(process.platform !== 'linux')(
  'of the threads of realtime only those of V8 wait for the main one',
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [...REALTIME_FLAGS, '-e', PRIORITIES])
    const [main, helpers, readers] = JSON.parse(stdout) as number[][]
    const own = main?.[0] ?? Number.NaN
    expect(own).toBeLessThan(constants.priority.PRIORITY_LOW)
    expect(helpers?.length).toBeGreaterThanOrEqual(4)
    expect(new Set(helpers)).toEqual(new Set([constants.priority.PRIORITY_LOW]))
    expect(readers?.length).toBeGreaterThan(0)
    expect(new Set(readers)).toEqual(new Set([own]))
  },
)
