// Builds what `npm start` builds, with the least priority: in the time that tests spend waiting.
import { constants, setPriority } from 'node:os'
import { build } from '../../server/launcher/build.mjs'
import { Refusal } from '../../server/launcher/refusal.mjs'

setPriority(constants.priority.PRIORITY_LOW)
try {
  await build(() => {})
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
