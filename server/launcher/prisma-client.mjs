import { lastLines, runCommand } from './command.mjs'
import { fingerprint, isStamped, stamp } from './fingerprint.mjs'
import { Refusal } from './refusal.mjs'

const STAMP = 'prisma/generated/.stamp'

/** Generates the database client from the schema, unless it is there. */
export async function generatePrismaClient() {
  const wanted = fingerprint(['prisma/schema.prisma', 'prisma/prisma.config.ts', 'node_modules/prisma/package.json'])
  if (isStamped(STAMP, wanted)) return null
  const cli = ['node_modules/prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts']
  const env = {
    ...process.env,
    // Generating needs no engine, yet the CLI would download one unless it is told of an existing file.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  const { code, output } = await runCommand(process.execPath, cli, { env })
  if (code !== 0) throw new Refusal(`The database client could not be generated:\n${lastLines(output)}`)
  stamp(STAMP, wanted)
  return 'generated for the database'
}
