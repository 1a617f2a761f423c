import { existsSync, rmSync } from 'node:fs'
import { lastLines, runCommand } from './command.mjs'
import { fingerprint, isStamped, stamp } from './fingerprint.mjs'
import { Refusal } from './refusal.mjs'

const STAMP = 'dist/.stamp'
const SOURCES = [
  'app',
  'components',
  'lib',
  'server/realtime',
  'server/worker',
  'prisma/schema.prisma',
  'prisma/seed',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.ts',
  'tsconfig.json',
  '.postcssrc.json',
  'package-lock.json',
]

/** Builds web, realtime and worker, unless they have been built from these very sources. */
export async function build(announce) {
  const wanted = fingerprint(SOURCES, [process.versions.node])
  if (isStamped(STAMP, wanted) && existsSync('.next/BUILD_ID')) return null
  announce()
  rmSync(STAMP, { force: true })
  await bundleProcesses()
  await buildWeb()
  stamp(STAMP, wanted)
  return 'built'
}

async function bundleProcesses() {
  const esbuild = await import('esbuild')
  try {
    await esbuild.build({
      entryPoints: ['server/realtime/main.ts', 'server/worker/main.ts'],
      outbase: 'server',
      outdir: 'dist',
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      packages: 'external',
      sourcemap: true,
      logLevel: 'silent',
    })
  } catch (error) {
    throw new Refusal(`The realtime and worker processes could not be built:\n${lastLines(error.message)}`)
  } finally {
    // Its child process would outlive the build.
    await esbuild.stop()
  }
}

async function buildWeb() {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { code, output } = await runCommand(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { env })
  if (code !== 0) throw new Refusal(`The pages could not be built; Next says:\n${lastLines(output, 40)}`)
}
