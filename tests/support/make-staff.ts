import { Client } from 'pg'
import { inject } from 'vitest'

/** Gives an account of the running product a role, as another admin would. */
export const makeStaff = (username: string, role: 'moderator' | 'admin' = 'admin') =>
  inProductDatabase(`UPDATE "User" SET "role" = $2::"UserRole" WHERE "username" = $1`, [username, role])

/** A statement in the database of the running product. */
export async function inProductDatabase(sql: string, values: unknown[]) {
  const client = new Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  await client.query(sql, values)
  await client.end()
}
