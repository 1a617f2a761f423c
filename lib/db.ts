import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/prisma/generated/client'
import { env } from './env'

export { Prisma }
export type Tx = Prisma.TransactionClient

// One client a process, also across the module reloads of development.
const kept = globalThis as unknown as { prisma?: PrismaClient }

/** The process's Prisma client, made on first use so that importing a module never opens a connection. */
export function db(): PrismaClient {
  kept.prisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL }),
  })
  return kept.prisma
}

export async function closeDb() {
  await kept.prisma?.$disconnect()
  kept.prisma = undefined
}
