import { Client } from 'pg'
import { inject } from 'vitest'

/** Gives an account of the running product a role, as another admin would. */
export async function makeStaff(username: string, role: 'moderator' | 'admin' = 'admin') {
  const client = new Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  await client.query(`UPDATE "User" SET "role" = $2::"UserRole" WHERE "username" = $1`, [username, role])
  await client.end()
}
