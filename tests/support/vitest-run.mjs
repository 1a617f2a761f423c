import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from '../../server/launcher/command.mjs'

/**
 * Runs vitest on these projects and counts.
 * @param {{ projects: string[], directory: string, filters?: string[] }} options
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runVitest({ projects, directory, filters = [] }) {
  const report = path.join(directory, `${projects.join('-')}.json`)
  const chosen = projects.flatMap((name) => ['--project', name])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['run', '--config', 'tests/vitest.config.ts', ...chosen, ...reporters, ...filters]
  const { code } = await runCommand(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
    env: { ...process.env, TMPDIR: directory },
    isLoud: true,
  })
  const counts = existsSync(report) ? countResults(JSON.parse(readFileSync(report, 'utf8'))) : nothing()
  // It can fail without a failing test: an error outside of all, or a global set-up that broke.
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  return counts
}

function nothing() {
  return { passed: 0, failed: 0, skipped: 0 }
}

function countResults({ testResults }) {
  const counts = nothing()
  for (const { status, assertionResults } of testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed').length
    // A file that could not be loaded, or whose hooks failed.
    counts.failed += failed || (status === 'failed' ? 1 : 0)
    counts.passed += assertionResults.filter((test) => test.status === 'passed').length
    counts.skipped += assertionResults.filter((test) => !['passed', 'failed'].includes(test.status)).length
  }
  return counts
}
