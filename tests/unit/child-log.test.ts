import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { childLog } from '@/server/launcher/child-log.mjs'

test.skipIf(process.platform !== 'linux')('a disk that is full is said, and ends nothing', async () => {
  const said: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'earshot-log-'))
  mkdirSync(path.join(dataDir, 'logs'))
  symlinkSync('/dev/full', path.join(dataDir, 'logs', 'web.log'))
  const log = childLog({ name: 'web', dataDir, shownFrom: 60 })
  const stream = new PassThrough()
  log.read(stream, 40)
  stream.write('first words\n')
  await vi.waitFor(() => expect(said.join('')).toContain('The log of web cannot be written'))
  stream.end('last words\n')
  await vi.waitFor(() => expect(log.lastWords()).toBe('last words'))
  vi.restoreAllMocks()
  rmSync(dataDir, { recursive: true })
})
