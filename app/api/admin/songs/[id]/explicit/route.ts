import { parse } from '@/app/_server/parse'
import { staffRoute } from '@/app/_server/staff'
import { markExplicit } from '@/lib/admin/explicit'
import { idInput } from '@/lib/admin/schema'

const marking = (isExplicit: boolean) =>
  staffRoute<{ id: string }>('songs:block', async ({ params, actorId }) => {
    const id = parse(params.id, idInput)
    return id.ok ? markExplicit({ actorId, songId: id.value, isExplicit }) : id
  })

export const PUT = marking(true)
export const DELETE = marking(false)
