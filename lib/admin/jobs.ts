import { db } from '@/lib/db'
import { ensureJobQueue } from '@/lib/media/jobs'
import { queueTranscode } from '@/lib/media/mutations'
import { hasRawFile } from '@/lib/media/raw-files'
import { ok, type Result, refuse } from '@/lib/result'
import { lockActor, writeAudit } from './audit'

/** Processes anybody's failed upload again. Refuses `forbidden`, `not_found`, `invalid_input`. */
export async function retryAnyUpload({ actorId, id }: { actorId: string; id: string }): Promise<Result<void>> {
  const hasFile = await hasRawFile(id)
  await ensureJobQueue()
  return db().$transaction(async (tx) => {
    const actor = await lockActor(tx, actorId, 'uploads:retry')
    if (!actor.ok) return actor
    const upload = await tx.upload.findUnique({ where: { id }, select: { fileName: true, status: true } })
    if (!upload) return refuse('not_found', 'There is no such upload.')
    if (upload.status !== 'failed') return refuse('invalid_input', 'Only an upload that failed can be tried again.')
    if (!hasFile) return refuse('invalid_input', 'The file is gone. Its owner can upload it again.')
    const { count } = await tx.upload.updateMany({ where: { id, status: 'failed' }, data: { status: 'stored' } })
    if (count === 0) return ok(undefined)
    await queueTranscode(tx, id)
    await writeAudit(tx, actor.value, { action: 'upload:retry', targetId: id, targetName: upload.fileName })
    return ok(undefined)
  })
}

/** Lets a job that has failed for good begin again. Refuses `forbidden`, `not_found` (also while it runs or waits). */
export async function retryJob({ actorId, id }: { actorId: string; id: string }): Promise<Result<void>> {
  await ensureJobQueue()
  return db().$transaction(async (tx) => {
    const actor = await lockActor(tx, actorId, 'uploads:retry')
    if (!actor.ok) return actor
    const [job] = await tx.$queryRaw<{ task: string }[]>`
      SELECT j.task_identifier AS "task" FROM graphile_worker.reschedule_jobs(
        ARRAY(SELECT id FROM graphile_worker.jobs
          WHERE id = ${id}::bigint AND locked_at IS NULL AND attempts >= max_attempts),
        run_at := now(), attempts := 0) again JOIN graphile_worker.jobs j ON j.id = again.id`
    if (!job) return refuse('not_found', 'There is no failed job with this number.')
    await writeAudit(tx, actor.value, { action: 'job:retry', targetId: id, targetName: job.task })
    return ok(undefined)
  })
}
