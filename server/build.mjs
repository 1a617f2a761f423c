// What `npm start` would build, for an image: node server/build.mjs
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './launcher/build.mjs'
import { prepareTree } from './launcher/prepare-tree.mjs'
import { Refusal } from './launcher/refusal.mjs'
import { step, warn } from './launcher/say.mjs'

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))
try {
  await prepareTree()
  await step('build', 'building pages, realtime and worker…', build)
  process.exit(0)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  warn(error.message)
  process.exit(1)
}
