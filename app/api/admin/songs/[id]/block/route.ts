import { parse, parseBody } from '@/app/_server/parse'
import { staffRoute } from '@/app/_server/staff'
import { blockSongInput, idInput } from '@/lib/admin/schema'
import { blockSong, unblockSong } from '@/lib/admin/songs'

type Params = { id: string }

export const PUT = staffRoute<Params>('songs:block', async ({ request, params, actorId }) => {
  const id = parse(params.id, idInput)
  if (!id.ok) return id
  const input = await parseBody(request, blockSongInput)
  return input.ok ? blockSong({ actorId, songId: id.value, ...input.value }) : input
})

export const DELETE = staffRoute<Params>('songs:block', async ({ params, actorId }) => {
  const id = parse(params.id, idInput)
  return id.ok ? unblockSong({ actorId, songId: id.value }) : id
})
