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

// One client and one pool a process, also across the module reloads of development.
const kept = globalThis as unknown as { prisma?: PrismaClient; pool?: pg.Pool }

function pool(): pg.Pool {
  kept.pool ??= new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    options: '-c TimeZone=UTC',
    Client: PooledClient,
  }).on('error', () => {})
  return kept.pool
}

/** The process's Prisma client, made on first use so that importing a module never opens a connection. */
export function db(): PrismaClient {
  // The adapter takes every timestamptz for UTC, in both directions, whatever zone the server is set to.
  kept.prisma ??= new PrismaClient({
    adapter: new PrismaPg(pool(), { statementNameGenerator }),
    // A crowd that adds songs at once waits its turn for the room's row; Prisma's 2 s would turn some of them away.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  })
  return kept.prisma
}

// A statement that starts with a comment like this is prepared once a connection: planning a long one costs more than
// running it. Its text must never change, so that everything variable in it is a parameter.
const statementNameGenerator = ({ sql }: { sql: string }) => /^\/\* named: (\w+) \*\//.exec(sql)?.[1] ?? ''

/**
 * One statement on one of Prisma's connections, but not through its engine, which takes half a millisecond for each: for
 * those that a whole room waits for. Instants come as Date, int8 and numeric as text; errors are those of `pg`.
 */
export async function straightAway<Row extends pg.QueryResultRow>(statement: Prisma.Sql): Promise<Row[]> {
  const { text, values } = statement
  const { rows } = await pool().query<Row>({ name: statementNameGenerator({ sql: text }), text, values })
  return rows
}

export async function closeDb() {
  await kept.prisma?.$disconnect()
  await kept.pool?.end()
  kept.prisma = undefined
  kept.pool = undefined
}
