import type { db, Tx } from '@/lib/db'

const MOST_LINES = 50

/** Adds a line to what an upload went through; of very many the newest stay. */
export async function logUpload(client: Tx | ReturnType<typeof db>, id: string, text: string): Promise<void> {
  await client.$executeRaw`
    UPDATE "Upload" SET "log" = (
      SELECT coalesce(jsonb_agg(line ORDER BY at), '[]') FROM (
        SELECT line, at FROM jsonb_array_elements(
          "log" || jsonb_build_object('at', to_jsonb(clock_timestamp()), 'text', left(${text}, 500))
        ) WITH ORDINALITY AS lines(line, at) ORDER BY at DESC LIMIT ${MOST_LINES}
      ) newest)
    WHERE "id" = ${id}::uuid`
}
