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
class PooledClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', () => {})
  }
}

// One of each a process, also across the module reloads of development.
const kept = globalThis as unknown as { prisma?: PrismaClient; prompt?: pg.Pool }

/** A connection that is opened anew costs a statement ten times its own time, and with it goes what was prepared on it. */
const KEPT_OPEN_MS = 600_000

const poolConfig = (max: number, options = ''): pg.PoolConfig => ({
  connectionString: env().DATABASE_URL,
  max,
  idleTimeoutMillis: KEPT_OPEN_MS,
  options: `-c TimeZone=UTC${options}`,
  Client: PooledClient,
})

/** The process's Prisma client, made on first use so that importing a module never opens a connection. */
export function db(): PrismaClient {
  // The adapter takes every timestamptz for UTC, in both directions, whatever zone the server is set to.
  kept.prisma ??= new PrismaClient({
    adapter: new PrismaPg(poolConfig(env().DATABASE_POOL), { statementNameGenerator }),
    // A crowd that adds songs at once waits its turn for the room's row; Prisma's 2 s would turn some of them away.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  })
  return kept.prisma
}

// A statement that starts with a comment like this is prepared once a connection: planning a long one costs more than
// running it. Its text must never change, so that everything variable in it is a parameter.
const statementNameGenerator = ({ sql }: { sql: string }) => /^\/\* named: (\w+) \*\//.exec(sql)?.[1] ?? ''

/** A commit that does not wait for the disk survives this process and its machine's other ones, and not PostgreSQL's end. */
const PROMPT = ' -c synchronous_commit=off -c plan_cache_mode=force_generic_plan'

/**
 * One statement that a whole room waits for: past Prisma's engine, on connections of its own, planned once on each, and
 * answered before its commit is on the disk. What a crash of PostgreSQL takes back of it must hurt nobody. Instants come
 * as Date, int8 and numeric as text; errors are those of `pg`.
 */
export async function promptly<Row extends pg.QueryResultRow>({ text, values }: Prisma.Sql): Promise<Row[]> {
  kept.prompt ??= new pg.Pool(poolConfig(2, PROMPT)).on('error', () => {})
  const { rows } = await kept.prompt.query<Row>({ name: statementNameGenerator({ sql: text }), text, values })
  return rows
}

export async function closeDb() {
  await kept.prisma?.$disconnect()
  await kept.prompt?.end()
  kept.prisma = undefined
  kept.prompt = undefined
}
