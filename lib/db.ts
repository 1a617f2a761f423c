import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from '@/prisma/generated/client'
import { env } from './env'

export { Prisma }
export type Tx = Prisma.TransactionClient

/**
 * A connection that is ended between two statements says so to whoever listens, and to nobody else without ending the
 * process. Prisma and the pool listen, but not in every moment. Whoever uses the connection next hears of it anyway.
 */
class QuietClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', () => {})
  }
}

// One of each a process, also across the module reloads of development.
const kept = globalThis as unknown as { prisma?: PrismaClient; prompt?: Prompt }

/** A connection that is opened anew costs a statement ten times its own time, and with it goes what was prepared on it. */
const KEPT_OPEN_MS = 600_000

const connectionConfig = (): pg.ClientConfig => ({
  connectionString: env().DATABASE_URL,
  // Routers forget connections that are silent.
  keepAlive: true,
  keepAliveInitialDelayMillis: 30_000,
  options: '-c TimeZone=UTC',
})

/** The process's Prisma client, made on first use so that importing a module never opens a connection. */
export function db(): PrismaClient {
  // The adapter takes every timestamptz for UTC, in both directions, whatever zone the server is set to.
  kept.prisma ??= new PrismaClient({
    adapter: new PrismaPg(
      { ...connectionConfig(), Client: QuietClient, max: env().DATABASE_POOL, idleTimeoutMillis: KEPT_OPEN_MS },
      { statementNameGenerator },
    ),
    // A crowd that adds songs at once waits its turn for the room's row; Prisma's 2 s would turn some of them away.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  })
  return kept.prisma
}

// A statement that starts with a comment like this is prepared once a connection: planning a long one costs more than
// running it. Its text must never change, so that everything variable in it is a parameter.
const statementNameGenerator = ({ sql }: { sql: string }) => /^\/\* named: (\w+) \*\//.exec(sql)?.[1] ?? ''

/** For people who wait: then they are told that the database is away. */
const PATIENCE_MS = 5_000
const PROMPT = 'SET synchronous_commit TO off; SET plan_cache_mode TO force_generic_plan'

/** `free`: when the last statement that was given is answered. A connection takes one at a time. */
type Prompt = { client: Promise<pg.Client>; free: Promise<unknown> }

function openPrompt(): Prompt {
  const patience = { connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS }
  const client = new QuietClient({ ...connectionConfig(), ...patience })
  const open = async () => {
    await client.connect()
    await client.query(PROMPT)
    return client
  }
  const opened = open()
  const prompt = { client: opened, free: opened }
  for (const loss of ['error', 'end']) client.once(loss, () => hangUp(prompt))
  return prompt
}

/**
 * One statement that a whole room waits for: past Prisma's engine and every pool, on a connection of its own, planned once,
 * and answered before its commit is on the disk. A crash of PostgreSQL may take back what it did. It must not wait for
 * locks: all rooms share the connection. Instants come as Date, int8 and numeric as text; errors are those of `pg`.
 */
export async function queryPromptly<Row extends pg.QueryResultRow>({ text, values }: Prisma.Sql): Promise<Row[]> {
  kept.prompt ??= openPrompt()
  const prompt = kept.prompt
  const answer = prompt.free.then(async () => {
    const client = await prompt.client
    return client.query<Row>({ name: statementNameGenerator({ sql: text }), text, values })
  })
  prompt.free = answer.catch((error) => {
    if (!isStillOfUse(error)) hangUp(prompt)
  })
  return (await answer).rows
}

/** The server refused a statement, and goes on listening. */
const isStillOfUse = (error: unknown) => error instanceof pg.DatabaseError && error.severity === 'ERROR'

/** The next statement opens another. */
async function hangUp(prompt: Prompt) {
  if (kept.prompt === prompt) kept.prompt = undefined
  const client = await prompt.client.catch(() => undefined)
  await client?.end().catch(() => undefined)
}

export async function closeDb() {
  const { prisma, prompt } = kept
  kept.prisma = undefined
  await Promise.all([prisma?.$disconnect(), prompt && hangUp(prompt)])
}
