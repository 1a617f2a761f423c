// `npm test`: all set-up from a fresh clone, then every check. `--quick` leaves out what needs the running product.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../server/launcher/command.mjs'
import { prepareTree } from '../server/launcher/prepare-tree.mjs'
import { Refusal } from '../server/launcher/refusal.mjs'
import { say, warn } from '../server/launcher/say.mjs'
import { Stopped } from '../server/launcher/stopping.mjs'
import { missingParts } from './support/parts.mjs'
import { makeRunFolder } from './support/run-folder.mjs'
import { runVitest } from './support/vitest-run.mjs'

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))
const isQuick = process.argv.includes('--quick')
const total = { passed: 0, failed: 0, skipped: 0 }
const lines = []

async function check(name, work) {
  say(`\n== ${name}`)
  const startedAt = performance.now()
  const counts = await work()
  for (const key of Object.keys(total)) total[key] += counts[key] ?? 0
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : ''
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  lines.push(`  ${name.padEnd(20)}${counts.passed} passed, ${counts.failed} failed${skipped}, ${seconds} s`)
}

async function program(file, ...args) {
  const { code } = await runCommand(process.execPath, [file, ...args], { isLoud: true })
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function types() {
  // The routes' own types, which a fresh clone does not have yet.
  const generated = await program('node_modules/next/dist/bin/next', 'typegen')
  return generated.failed ? generated : program('node_modules/typescript/bin/tsc', '--noEmit')
}

function parts() {
  const missing = missingParts()
  for (const { name, without } of missing) {
    warn(`${name} is missing: ${without}. Install it with: apt-get install ${name}`)
  }
  return { passed: 0, failed: process.env.CI ? missing.length : 0 }
}

async function runAll(directory) {
  await check('set-up', async () => {
    await prepareTree()
    return parts()
  })
  await check('lint', () => program('node_modules/@biomejs/biome/bin/biome', 'check'))
  await check('types', types)
  const building = isQuick ? null : program('tests/support/build-behind.mjs')
  building?.catch(() => {})
  await check('unit, integration', () => runVitest({ projects: ['unit', 'integration'], directory }))
  if (!building) return
  await check('build', () => building)
  await check('end to end', () => runVitest({ projects: ['e2e'], directory }))
}

const folder = makeRunFolder()
let exitCode = 0
try {
  await runAll(folder.directory)
  exitCode = total.failed > 0 ? 1 : 0
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  if (error instanceof Stopped) exitCode = 130
  else {
    warn(error.message)
    total.failed++
    exitCode = 1
  }
} finally {
  await folder.clean()
}
if (exitCode !== 130) {
  say(`\n${lines.join('\n')}\n`)
  say(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`)
}
process.exit(exitCode)
