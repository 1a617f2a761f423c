import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { DEMO_SONGS } from '@/prisma/seed/songs/catalogue'
import { newAccount } from './http-browser'
import { databaseUrlOf, makeDataDir, removeDataDir, startProduct } from './product'

/** Of the product's own songs; the others are made in the same way, and each takes a core for some seconds. */
const ENOUGH_SONGS = 5
const CATALOGUE_TIMEOUT_MS = 240_000

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string
    dataDir: string
    databaseUrl: string
  }
}

/** The product as `npm start` runs it, once for all browser and HTTP tests, with the first songs of its demo catalogue. */
export default async function setup(project: TestProject) {
  const dataDir = await makeDataDir()
  // Nobody listens yet, so both cores may make songs.
  const product = await startProduct({ dataDir, WORKER_CONCURRENCY: '2' })
  const teardown = async () => {
    await product.stop()
    await removeDataDir(dataDir)
  }
  try {
    await leaveOutOtherSongs(await databaseUrlOf(dataDir))
    await untilCatalogue(product.baseUrl, ENOUGH_SONGS)
    // The first account of an installation is its admin: none that a test makes should be.
    await newAccount(product.baseUrl)
  } catch (error) {
    await teardown()
    throw new Error(`${error}\nThe product printed:\n${product.output()}`)
  }
  project.provide('baseUrl', product.baseUrl)
  project.provide('dataDir', dataDir)
  project.provide('databaseUrl', await databaseUrlOf(dataDir))
  return teardown
}

async function leaveOutOtherSongs(connectionString: string) {
  const database = new pg.Client({ connectionString })
  await database.connect()
  for (const { slug } of DEMO_SONGS.slice(ENOUGH_SONGS))
    await database.query('SELECT graphile_worker.remove_job($1)', [`seed-demo-track:${slug}`])
  await database.end()
}

/** Resolves when so many of its own songs can be played. */
export async function untilCatalogue(baseUrl: string, songs: number) {
  for (const deadline = Date.now() + CATALOGUE_TIMEOUT_MS; Date.now() < deadline; await sleep(500)) {
    const response = await fetch(`${baseUrl}/api/tracks?sort=new`)
    const { items } = await response.json()
    if (items?.length >= songs) return
  }
  throw new Error('The demo catalogue was not made in time.')
}
