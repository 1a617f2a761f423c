import { parse } from '@/app/_server/parse'
import { staffRoute } from '@/app/_server/staff'
import { retryAnyUpload } from '@/lib/admin/jobs'
import { idInput } from '@/lib/admin/schema'

export const POST = staffRoute<{ id: string }>('uploads:retry', async ({ params, actorId }) => {
  const id = parse(params.id, idInput)
  return id.ok ? retryAnyUpload({ actorId, id: id.value }) : id
})
