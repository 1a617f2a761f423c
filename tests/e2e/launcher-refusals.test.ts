import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freePort } from '@/server/postgres.mjs'
import { launch, makeDataDir, removeDataDir } from '@/tests/support/product'

// One sentence for the person who starts it, never a stack, and exit 1.
let dataDir: string

beforeAll(async () => {
  dataDir = await makeDataDir()
})
afterAll(() => removeDataDir(dataDir))

async function refusal(settings: Record<string, string>): Promise<string> {
  const launcher = launch({ PORT: `${await freePort()}`, DATA_DIR: dataDir, ...settings })
  expect(await launcher.exited).toBe(1)
  const output = launcher.output()
  expect(output).not.toMatch(/\n\s+at /)
  const complaints = output.split('\n').filter((line) => line.startsWith('! '))
  expect(complaints).toHaveLength(1)
  return complaints.join()
}

/** The running product's own server, with one part of its address changed. */
function databaseUrl(change: (url: URL) => void): string {
  const url = new URL(inject('databaseUrl'))
  change(url)
  return url.href
}

test('a port in use is refused at once', async () => {
  const server = createServer()
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  expect(await refusal({ PORT: `${port}` })).toBe(
    `! Port ${port} is in use by another program: end that one, or choose another port, as in PORT=${port + 1} npm start.`,
  )
  server.close()
})

test('a port that is none is refused', async () => {
  expect(await refusal({ PORT: 'eighty' })).toBe('! PORT must be a number from 1 to 65535, and it is "eighty".')
})

test('a database server that does not answer is named, without its password', async () => {
  const port = await freePort()
  const sentence = await refusal({ DATABASE_URL: `postgresql://maya:hunter2@127.0.0.1:${port}/earshot` })
  expect(sentence).toMatch(
    new RegExp(`^! PostgreSQL does not answer at 127.0.0.1:${port} \\(ECONNREFUSED\\): start it`),
  )
  expect(sentence).not.toContain('hunter2')
})

test('a wrong password and a missing database have a sentence each', async () => {
  const wrong = databaseUrl((url) => {
    url.password = 'wrong'
  })
  expect(await refusal({ DATABASE_URL: wrong })).toContain(
    'refuses the user "postgres" or the password in DATABASE_URL.',
  )
  const missing = databaseUrl((url) => {
    url.pathname = '/nowhere'
  })
  expect(await refusal({ DATABASE_URL: missing })).toContain('has no database "nowhere": make it with CREATE DATABASE')
})

test('an address of something else than PostgreSQL is refused', async () => {
  expect(await refusal({ DATABASE_URL: 'mysql://127.0.0.1/earshot' })).toContain(
    'DATABASE_URL must look like postgresql://',
  )
})

test('a data folder that is a file is refused', async () => {
  const file = path.join(dataDir, 'file')
  await writeFile(file, '')
  expect(await refusal({ DATA_DIR: file })).toMatch(/^! The data folder .* cannot be used \((EEXIST|ENOTDIR)\)/)
})

test('a broken database folder is refused, and left as it is', async () => {
  const broken = path.join(dataDir, 'broken')
  await mkdir(path.join(broken, 'postgres'), { recursive: true })
  await writeFile(path.join(broken, 'secrets.json'), '{"authSecret":"x","postgresPassword":"x"}')
  expect(await refusal({ DATA_DIR: broken })).toContain('holds no database (PG_VERSION is missing)')
  await writeFile(path.join(broken, 'postgres', 'PG_VERSION'), '17\n')
  expect(await refusal({ DATA_DIR: broken })).toContain('is of PostgreSQL 17, and this is 18')
  await writeFile(path.join(broken, 'postgres', 'PG_VERSION'), '18\n')
  expect(await refusal({ DATA_DIR: broken })).toMatch(/does not start: .*Put a copy of the folder back/)
})

test('two launchers never share a data folder', async () => {
  expect(await refusal({ DATA_DIR: inject('dataDir') })).toContain('Earshot already runs on the data in')
})
