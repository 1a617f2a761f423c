import { setTimeout as sleep } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { databaseUrlOf, makeDataDir, removeDataDir, startProduct } from './product'

const DEMO_TRACKS = 8
const CATALOGUE_TIMEOUT_MS = 240_000

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string
    dataDir: string
    databaseUrl: string
  }
}

/** The product as `npm start` runs it, once for all browser and HTTP tests, with its demo catalogue made. */
export default async function setup(project: TestProject) {
  const dataDir = await makeDataDir()
  // Nobody listens yet, so both cores may make songs.
  const product = await startProduct({ dataDir, WORKER_CONCURRENCY: '2' })
  const teardown = async () => {
    await product.stop()
    await removeDataDir(dataDir)
  }
  try {
    await untilCatalogue(product.baseUrl)
  } catch (error) {
    await teardown()
    throw new Error(`${error}\nThe product printed:\n${product.output()}`)
  }
  project.provide('baseUrl', product.baseUrl)
  project.provide('dataDir', dataDir)
  project.provide('databaseUrl', await databaseUrlOf(dataDir))
  return teardown
}

/** Resolves when its own songs can be played. */
export async function untilCatalogue(baseUrl: string) {
  for (const deadline = Date.now() + CATALOGUE_TIMEOUT_MS; Date.now() < deadline; await sleep(500)) {
    const response = await fetch(`${baseUrl}/api/tracks?sort=new`)
    const { items } = await response.json()
    if (items?.length >= DEMO_TRACKS) return
  }
  throw new Error('The demo catalogue was not made in time.')
}
