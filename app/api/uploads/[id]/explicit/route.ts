import { parse } from '@/app/_server/parse'
import { route } from '@/app/_server/respond'
import { signedInToWrite } from '@/app/_server/signed-in'
import { idInput } from '@/lib/admin/schema'
import { markOwnExplicit } from '@/lib/media/explicit'

const marking = (isExplicit: boolean) =>
  route<{ id: string }>(async ({ params, viewer }) => {
    const user = await signedInToWrite(viewer)
    if (!user.ok) return user
    const id = parse(params.id, idInput)
    return id.ok ? markOwnExplicit({ userId: user.value, uploadId: id.value, isExplicit }) : id
  })

/** Whether the words of my song are explicit. */
export const PUT = marking(true)
export const DELETE = marking(false)
