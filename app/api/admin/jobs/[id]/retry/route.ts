import { parse } from '@/app/_server/parse'
import { staffRoute } from '@/app/_server/staff'
import { retryJob } from '@/lib/admin/jobs'
import { jobIdInput } from '@/lib/admin/schema'

export const POST = staffRoute<{ id: string }>('uploads:retry', async ({ params, actorId }) => {
  const id = parse(params.id, jobIdInput)
  return id.ok ? retryJob({ actorId, id: id.value }) : id
})
