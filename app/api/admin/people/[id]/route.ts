import { parse, parseBody } from '@/app/_server/parse'
import { staffRoute } from '@/app/_server/staff'
import { changeUserRole } from '@/lib/admin/people'
import { changeUserRoleInput, idInput } from '@/lib/admin/schema'

export const PATCH = staffRoute<{ id: string }>('people:role', async ({ request, params, actorId }) => {
  const id = parse(params.id, idInput)
  if (!id.ok) return id
  const input = await parseBody(request, changeUserRoleInput)
  return input.ok ? changeUserRole({ actorId, userId: id.value, ...input.value }) : input
})
