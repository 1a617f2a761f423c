import { db, Prisma } from '@/lib/db'
import { ensureJobQueue } from '@/lib/media/jobs'
import { afterCursor, contains, pageOf } from './pages'
import { type JobRow, PAGE_SIZE, type Page, type UploadRow, type UploadsInput } from './schema'

type Found = Omit<UploadRow, 'createdAt'> & { createdAt: Date }

/** Everybody's uploads with what became of them, the newest first. */
export async function listUploads({ q, cursor, status }: UploadsInput): Promise<Page<UploadRow>> {
  const rows = await db().$queryRaw<Found[]>`
    SELECT x."id", x."fileName", x."originalSize"::float8 AS "size", x."status"::text, x."progress"::int, x."failure",
      x."songId", x."log", x."createdAt", s."trackId", s."title", u."displayName" AS "uploader"
    FROM "Upload" x
    LEFT JOIN "Song" s ON s."id" = x."songId"
    LEFT JOIN "User" u ON u."id" = x."userId"
    WHERE ${afterCursor(cursor)}
      ${status ? Prisma.sql`AND x."status" = ${status}::"UploadStatus"` : Prisma.empty}
      ${q ? Prisma.sql`AND (x."fileName" ILIKE ${contains(q)} OR s."title" ILIKE ${contains(q)} OR u."displayName" ILIKE ${contains(q)})` : Prisma.empty}
    ORDER BY x."createdAt" DESC, x."id" DESC LIMIT ${PAGE_SIZE + 1}`
  return pageOf(rows, ({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }))
}

const MOST_JOBS = 100

/** What the worker has before it, what it is at, and what failed too often: failed ones first. */
export async function listJobs(): Promise<JobRow[]> {
  await ensureJobQueue()
  const rows = await db().$queryRaw<(Omit<JobRow, 'runAt'> & { runAt: Date })[]>`
    SELECT id::text, task_identifier AS "task", attempts::int, max_attempts::int AS "maxAttempts",
      last_error AS "lastError", run_at AS "runAt",
      CASE WHEN locked_at IS NOT NULL THEN 'running' WHEN attempts >= max_attempts THEN 'failed' ELSE 'waiting' END AS "state"
    FROM graphile_worker.jobs
    ORDER BY (locked_at IS NULL AND attempts >= max_attempts) DESC, locked_at IS NULL, priority, run_at LIMIT ${MOST_JOBS}`
  return rows.map(({ runAt, ...row }) => ({ ...row, runAt: runAt.toISOString() }))
}
