import { deepStrictEqual } from 'node:assert'
import type pg from 'pg'

type Index = { table: string; name: string; made: string; constraint: string | null; isReferred: boolean }

/**
 * Lets `work` fill the tables on this connection without triggers and without their indexes, which are made again in one
 * go, and are those of before. Indexes on which foreign keys stand stay: what fills them ascends.
 */
export async function fillWithoutIndexes(client: pg.Client, tables: string[], work: () => Promise<void>) {
  const before = await indexesOf(client, tables)
  const dropped = before.filter(({ isReferred }) => !isReferred)
  // No trigger looks, those of foreign keys among them.
  for (const setting of SETTINGS) await client.query(`SET ${setting}`)
  for (const { table, name, constraint } of dropped)
    await client.query(constraint ? `ALTER TABLE "${table}" DROP CONSTRAINT "${name}"` : `DROP INDEX "${name}"`)
  await work()
  for (const { table, name, made, constraint } of dropped)
    await client.query(constraint ? `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${constraint}` : made)
  for (const setting of SETTINGS) await client.query(`RESET ${setting.split(' ')[0]}`)
  deepStrictEqual(await indexesOf(client, tables), before)
}

const SETTINGS = [
  'session_replication_role = replica',
  'synchronous_commit = off',
  `work_mem = '512MB'`,
  `maintenance_work_mem = '1GB'`,
  'jit = off',
]

async function indexesOf(client: pg.Client, tables: string[]): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `SELECT t.relname AS "table", i.relname AS "name", pg_get_indexdef(i.oid) AS "made",
      pg_get_constraintdef(own.oid) AS "constraint", x.indisvalid AS "isValid",
      EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = i.oid) AS "isReferred"
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
    LEFT JOIN pg_constraint own ON own.conindid = i.oid AND own.contype IN ('p', 'u', 'x')
    WHERE t.relnamespace = 'public'::regnamespace AND t.relname = ANY($1) ORDER BY i.relname`,
    [tables],
  )
  return rows
}
